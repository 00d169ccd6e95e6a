using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Hevlayer.Local;

/// <summary>Tells a page that something has happened, once a second at most, however much it is.</summary>
internal static class EventStream
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Sends events until the page is closed or the server stops.</summary>
    /// <param name="response">Where to.</param>
    /// <param name="version">Grows when something has happened.</param>
    /// <param name="clock">What the pauses go by; not the gateway's clock, which may stand still.</param>
    /// <param name="stopping">The server stops.</param>
    public static async Task SendAsync(HttpResponse response, Func<long> version, TimeProvider clock, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, response.HttpContext.RequestAborted);
        response.ContentType = "text/event-stream";
        response.Headers["Cache-Control"] = "no-store";
        response.Headers["X-Content-Type-Options"] = "nosniff";
        try
        {
            await WriteAsync(response, "retry: 1000\n\n", ended.Token).ConfigureAwait(false);
            var sent = version();
            while (true)
            {
                await Task.Delay(Pause, clock, ended.Token).ConfigureAwait(false);
                var now = version();
                await WriteAsync(response, now == sent ? ":\n\n" : string.Create(CultureInfo.InvariantCulture, $"event: change\ndata: {now}\n\n"), ended.Token).ConfigureAwait(false);
                sent = now;
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
        }
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
        await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
