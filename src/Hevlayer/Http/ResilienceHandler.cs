using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;

namespace Hevlayer;

/// <summary>
/// Carries each call through its attempts: deadlines, retries, reading of the reply, and one kind of error for all that
/// can go wrong.
/// </summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    private readonly HevlayerClientOptions _options;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public ResilienceHandler(HevlayerClientOptions options)
    {
        _options = options;
        var logger = options.LoggerFactory?.CreateLogger(typeof(HevlayerClient).FullName!) ?? NullLogger.Instance;
        _pipeline = CallPipeline.Build(options, options.Retry.Randomizer ?? new Randomness().Next, new CallLog(logger));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.TryGetValue(CallOptions.Key, out var callOptions);
        var call = new CallState(RequestOperation.Of(request), _options, callOptions);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(CallPipeline.StateKey, call);
        try
        {
            var outcome = await _pipeline
                .ExecuteOutcomeAsync(static (scope, work) => work.Handler.AttemptAsync(work.Request, work.Call, scope.CancellationToken), context, new Work(this, request, call))
                .ConfigureAwait(false);
            RequestOperation.RememberAttempts(request, call.Attempts);
            return outcome.Result ?? throw Final(call, outcome.Exception!, cancellationToken);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
            call.Report();
        }
    }

    private static Exception Final(CallState call, Exception exception, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (AttemptFailures.From(call, exception) is not { } failure)
        {
            return exception;
        }

        failure.Attempts = call.Attempts;
        return failure;
    }

    private async ValueTask<Outcome<HttpResponseMessage>> AttemptAsync(HttpRequestMessage request, CallState call, CancellationToken cancellationToken)
    {
        call.Attempts++;
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

            // Handlers that stand in for the network rarely say which request a reply is for.
            response.RequestMessage ??= request;
            if (call.WantsMetadata)
            {
                call.Metadata = ResponseHeaders.Read(response, call.Operation);
            }

            await ReplyReader.BufferAsync(response, call, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                return await RefusedAsync(response, call.Operation, cancellationToken).ConfigureAwait(false);
            }

            // Nothing would come out as null where the contract promises a value.
            return response.Content is BufferedReplyContent { Bytes.IsEmpty: true }
                ? Outcome.FromException<HttpResponseMessage>(ReplyFailures.From(response, new JsonException("The reply is empty."), _options))
                : Outcome.FromResult(response);
        }
        catch (Exception exception)
        {
            response?.Dispose();
            return Outcome.FromException<HttpResponseMessage>(
                TransportFailures.IsTransport(exception)
                    ? TransportFailures.From(call.Operation, request.RequestUri, exception)
                    : exception);
        }
    }

    private async ValueTask<Outcome<HttpResponseMessage>> RefusedAsync(HttpResponseMessage response, GatewayOperation operation, CancellationToken cancellationToken)
    {
        using (response)
        {
            var body = response.Content is BufferedReplyContent buffered
                ? Encoding.UTF8.GetString(buffered.Bytes.Span)
                : await StartOfAsync(response.Content, cancellationToken).ConfigureAwait(false);
            return Outcome.FromException<HttpResponseMessage>(StatusFailures.From(
                operation,
                response.StatusCode,
                response.ReasonPhrase,
                RetryAfter.Read(response.Headers, _options.TimeProvider.GetUtcNow()),
                KeyRedaction.Redact(body, _options.ApiKey),
                _options.MaxErrorBodyLength));
        }
    }

    private async ValueTask<string> StartOfAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var start = new byte[_options.MaxErrorBodyLength];
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var length = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return Encoding.UTF8.GetString(start, 0, length);
    }

    private readonly record struct Work(ResilienceHandler Handler, HttpRequestMessage Request, CallState Call);
}
