using System.Collections.ObjectModel;
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
    private readonly CallLog _log;
    private readonly Attempt _attempt;
    private readonly Func<double> _random;
    private readonly ResiliencePipeline<HttpResponseMessage>? _retries;

    public ResilienceHandler(HevlayerClientOptions options)
    {
        _options = options;
        _log = new CallLog(options.LoggerFactory?.CreateLogger(CallLog.Category) ?? NullLogger.Instance);
        _attempt = new Attempt(options, base.SendAsync);
        _random = new Randomness(options.Retry.Randomizer, _log).Next;
        _retries = CallPipeline.Build(options, _log);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = Begin(request);
        HttpResponseMessage response;
        try
        {
            var outcome = await _attempt.RunAsync(request, call, cancellationToken).ConfigureAwait(false);
            if (outcome.Exception is not null && _retries is not null)
            {
                outcome = await RetryAsync(_retries, request, call, outcome, cancellationToken).ConfigureAwait(false);
            }

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

    private CallState Begin(HttpRequestMessage request)
    {
        request.Options.TryGetValue(CallOptions.Key, out var callOptions);
        var call = new CallState(RequestOperation.Of(request), _options, callOptions, _random);
        if (RequestOperation.Find(request) is not null)
        {
            // The request was sent before: a handler outside retries it.
            _log.StackedRetries(call.Operation.Id);
        }

        RequestOperation.Remember(request, call);
        AddHeaders(request, callOptions);
        return call;
    }

    private static void AddHeaders(HttpRequestMessage request, CallOptions? callOptions)
    {
        foreach (var (name, value) in callOptions?.Headers ?? ReadOnlyDictionary<string, string>.Empty)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
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

    private async ValueTask<Outcome<HttpResponseMessage>> RetryAsync(ResiliencePipeline<HttpResponseMessage> retries, HttpRequestMessage request, CallState call, Outcome<HttpResponseMessage> first, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(CallPipeline.StateKey, call);
        Outcome<HttpResponseMessage>? known = first;
        try
        {
            return await retries.ExecuteOutcomeAsync(
                (scope, _) =>
                {
                    var next = known is { } outcome ? new(outcome) : _attempt.RunAsync(request, call, scope.CancellationToken);
                    known = null;
                    return next;
                },
                context,
                call).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
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
        var outcome = await _attempt.RunAsync(direct, call, cancellationToken).ConfigureAwait(false);
        if (outcome.Result is not { } response)
        {
            throw Final(call, outcome.Exception!, cancellationToken);
        }

        response.RequestMessage = request;
        return response;
    }

    private static Exception Final(CallState call, Exception exception, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            // Whoever stops a call may still want its metadata.
            throw new OperationCanceledException("The call was cancelled.", call.LastFailure, cancellationToken);
        }

        if (exception is not HevlayerException failure)
        {
            return exception;
        }

        if (call.GatewayFailure is { } first && failure.StatusCode is null)
        {
            failure = UnansweredFailures.From(call.Operation, first, failure);
        }

        return call.Counted(failure);
    }
}
