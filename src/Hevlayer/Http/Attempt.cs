using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Polly;

namespace Hevlayer;

/// <summary>Makes one attempt of a call, within its time: sends, reads the reply, and turns what goes wrong into an error.</summary>
/// <param name="options">The client's options.</param>
/// <param name="send">Sends a request to whatever comes next.</param>
internal sealed class Attempt(HevlayerClientOptions options, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send)
{
    private static readonly byte[] EmptyStatus = """{"status":""}"""u8.ToArray();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Outcome<HttpResponseMessage>> RunAsync(HttpRequestMessage request, CallState call, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Outcome.FromException<HttpResponseMessage>(new OperationCanceledException(cancellationToken));
        }

        if (call.IsOver)
        {
            return Outcome.FromException<HttpResponseMessage>(CallDeadlines.TotalTimeOver(call));
        }

        if (!call.MayAttempt)
        {
            return Outcome.FromException<HttpResponseMessage>(CallDeadlines.NotAllowed(call));
        }

        var deadline = TokenSources.Take(options.TimeProvider);
        var forward = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline);
        HttpResponseMessage? response = null;
        try
        {
            deadline.CancelAfter(call.BeginAttempt());
            response = await send(request, deadline.Token).ConfigureAwait(false);

            // Handlers that stand in for the network rarely say which request a reply is for.
            response.RequestMessage ??= request;
            call.TakeNote(response);
            if (!response.IsSuccessStatusCode)
            {
                return await RefusedAsync(response, call, deadline.Token).ConfigureAwait(false);
            }

            await ReplyReader.BufferAsync(response, call, deadline.Token).ConfigureAwait(false);
            return Accepted(response, call);
        }
        catch (Exception exception)
        {
            response?.Dispose();
            return Outcome.FromException<HttpResponseMessage>(
                exception is OperationCanceledException && deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested
                    ? CallDeadlines.LimitOver(call, exception)
                    : HeaderFailures.Find(call, request, exception)
                        ?? (TransportFailures.IsTransport(exception) ? TransportFailures.From(call, request.RequestUri, exception) : exception));
        }
        finally
        {
            forward.Dispose();
            TokenSources.Return(deadline);
        }
    }

    private static Outcome<HttpResponseMessage> Accepted(HttpResponseMessage response, CallState call)
    {
        if (response.Content is not BufferedReplyContent { Bytes.IsEmpty: true })
        {
            return Outcome.FromResult(response);
        }

        // Status 204 has no body; any other success without one lost it on its way.
        if (call.Operation.RepliesWithStatus && response.StatusCode == HttpStatusCode.NoContent)
        {
            // Under 204 the content would not be read.
            response.StatusCode = HttpStatusCode.OK;
            response.Content = new ByteArrayContent(EmptyStatus);
            return Outcome.FromResult(response);
        }

        // An empty body would be read as null where the contract promises a value.
        using (response)
        {
            return Outcome.FromException<HttpResponseMessage>(ReplyFailures.From(response, call, new JsonException("The reply is empty."), ReadOnlyMemory<byte>.Empty));
        }
    }

    private async ValueTask<Outcome<HttpResponseMessage>> RefusedAsync(HttpResponseMessage response, CallState call, CancellationToken cancellationToken)
    {
        using (response)
        {
            var body = await ReasonAsync(response, call, cancellationToken).ConfigureAwait(false);
            return Outcome.FromException<HttpResponseMessage>(StatusFailures.From(
                call,
                response.StatusCode,
                KeyRedaction.Redact(response.ReasonPhrase ?? string.Empty, options),
                RetryAfter.Read(response.Headers, options.TimeProvider.GetUtcNow()),
                KeyRedaction.Redact(body, options)));
        }
    }

    private async ValueTask<string> ReasonAsync(HttpResponseMessage response, CallState call, CancellationToken cancellationToken)
    {
        try
        {
            await ReplyReader.BufferAsync(response, call, cancellationToken).ConfigureAwait(false);
            return response.Content is BufferedReplyContent buffered
                ? Encoding.UTF8.GetString(buffered.Bytes.Span)
                : await StartOfAsync(response.Content, cancellationToken).ConfigureAwait(false);
        }
        catch (HevlayerConnectionException failure) when (failure.InnerException is InvalidDataException || RetryRule.KindOf(response.StatusCode, code: null) != FailureKind.Final)
        {
            // The status has been heard, and Retry-After with it. Only where the gateway's reason would end the call, and was
            // cut off, is it worth asking for again.
            return string.Empty;
        }
    }

    private async ValueTask<string> StartOfAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var start = new byte[KeyRedaction.BytesFor(options.MaxErrorBodyLength, options)];
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var length = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return Encoding.UTF8.GetString(start, 0, length);
    }
}
