using System.Net;
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
    private static readonly byte[] EmptyStatus = """{"status":""}"""u8.ToArray();

    private readonly HevlayerClientOptions _options;
    private readonly CallLog _log;
    private readonly ResiliencePipeline<HttpResponseMessage> _gateway;
    private readonly ResiliencePipeline<HttpResponseMessage> _turbopuffer;

    public ResilienceHandler(HevlayerClientOptions options)
    {
        _options = options;
        _log = new CallLog(options.LoggerFactory?.CreateLogger(typeof(HevlayerClient).FullName!) ?? NullLogger.Instance);
        _gateway = CallPipeline.Build(options, options.Retry.Randomizer ?? new Randomness().Next, _log);
        _turbopuffer = CallPipeline.BuildDirect(options);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.TryGetValue(CallOptions.Key, out var callOptions);
        var call = new CallState(RequestOperation.Of(request), _options, callOptions);
        if (RequestOperation.Find(request) is not null)
        {
            // It has been here before: someone outside repeats it.
            _log.StackedRetries(call.Operation.Id);
        }

        RequestOperation.Remember(request, call);
        request.RequestUri = DotSegments.Restore(request.RequestUri);
        HttpResponseMessage response;
        try
        {
            var outcome = await ExecuteAsync(_gateway, request, call, cancellationToken).ConfigureAwait(false);
            response = outcome.Result
                ?? await FallThroughAsync(request, call, Final(call, outcome.Exception!, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            ReportFailed(call);
            throw;
        }

        try
        {
            call.Report();
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // The call's own error is the one that matters.
    private void ReportFailed(CallState call)
    {
        try
        {
            call.Report();
        }
        catch (Exception exception)
        {
            _log.CallbackFailed(call.Operation.Id, exception.GetType().Name);
        }
    }

    private async ValueTask<HttpResponseMessage> FallThroughAsync(HttpRequestMessage request, CallState call, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not HevlayerException failure
            || await TurbopufferRequest.ForAsync(request, call, failure, cancellationToken).ConfigureAwait(false) is not { } direct)
        {
            throw exception;
        }

        _log.FallingThrough(call.Operation.Id, call.Attempts, failure.Kind);
        call.FallThrough(failure);
        RequestOperation.Remember(direct, call);
        var outcome = await ExecuteAsync(_turbopuffer, direct, call, cancellationToken).ConfigureAwait(false);
        if (outcome.Result is not { } response)
        {
            throw Final(call, outcome.Exception!, cancellationToken);
        }

        response.RequestMessage = request;
        return response;
    }

    private async ValueTask<Outcome<HttpResponseMessage>> ExecuteAsync(ResiliencePipeline<HttpResponseMessage> pipeline, HttpRequestMessage request, CallState call, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(CallPipeline.StateKey, call);
        try
        {
            return await pipeline
                .ExecuteOutcomeAsync(static (scope, work) => work.Handler.AttemptAsync(work.Request, work.Call, scope.CancellationToken), context, new Work(this, request, call))
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static Exception Final(CallState call, Exception exception, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            // What stops a call may want to know how it went until then.
            throw new OperationCanceledException("The call was cancelled.", call.LastFailure, cancellationToken);
        }

        if (AttemptFailures.From(call, exception) is not { } failure)
        {
            return exception;
        }

        if (call.GatewayFailure is { } first && failure.StatusCode is null)
        {
            failure = UnansweredFailures.From(call.Operation, first, failure);
        }

        return call.Counted(failure);
    }

    private async ValueTask<Outcome<HttpResponseMessage>> AttemptAsync(HttpRequestMessage request, CallState call, CancellationToken cancellationToken)
    {
        call.BeginAttempt();
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

            // Handlers that stand in for the network rarely say which request a reply is for.
            response.RequestMessage ??= request;
            call.TakeNote(response);
            await ReplyReader.BufferAsync(response, call, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                return await RefusedAsync(response, call, cancellationToken).ConfigureAwait(false);
            }

            if (response.Content is not BufferedReplyContent { Bytes.IsEmpty: true })
            {
                return Outcome.FromResult(response);
            }

            // 204 says that there is nothing to say; any other success without a body lost it on its way.
            if (call.Operation.RepliesWithStatus && response.StatusCode == HttpStatusCode.NoContent)
            {
                // Under 204 the content would not be looked at.
                response.StatusCode = HttpStatusCode.OK;
                response.Content = new ByteArrayContent(EmptyStatus);
                return Outcome.FromResult(response);
            }

            // Nothing would come out as null where the contract promises a value.
            using (response)
            {
                return Outcome.FromException<HttpResponseMessage>(ReplyFailures.From(response, call, new JsonException("The reply is empty.")));
            }
        }
        catch (Exception exception)
        {
            response?.Dispose();
            return Outcome.FromException<HttpResponseMessage>(
                HeaderFailures.Find(call, request, exception)
                ?? (TransportFailures.IsTransport(exception) ? TransportFailures.From(call, request.RequestUri, exception) : exception));
        }
    }

    private async ValueTask<Outcome<HttpResponseMessage>> RefusedAsync(HttpResponseMessage response, CallState call, CancellationToken cancellationToken)
    {
        using (response)
        {
            var body = response.Content is BufferedReplyContent buffered
                ? Encoding.UTF8.GetString(buffered.Bytes.Span)
                : await StartOfAsync(response.Content, cancellationToken).ConfigureAwait(false);
            return Outcome.FromException<HttpResponseMessage>(StatusFailures.From(
                call,
                response.StatusCode,
                KeyRedaction.Redact(response.ReasonPhrase ?? string.Empty, _options),
                RetryAfter.Read(response.Headers, _options.TimeProvider.GetUtcNow()),
                KeyRedaction.Redact(body, _options)));
        }
    }

    private async ValueTask<string> StartOfAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var start = new byte[KeyRedaction.BytesFor(_options.MaxErrorBodyLength, _options)];
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var length = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return Encoding.UTF8.GetString(start, 0, length);
    }

    private readonly record struct Work(ResilienceHandler Handler, HttpRequestMessage Request, CallState Call);
}
