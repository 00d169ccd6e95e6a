using Microsoft.AspNetCore.Http;

namespace Hevlayer.Local;

/// <summary>Sends an answer over a connection, or as much of it as its delivery lets through.</summary>
internal static class AnswerSender
{
    public static async Task SendAsync(HttpContext context, GatewayResponse answer)
    {
        if (answer.Delivery == Delivery.Lost)
        {
            context.Abort();
            return;
        }

        var response = context.Response;
        response.StatusCode = (int)answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.Delivery == Delivery.Cut)
        {
            await CutAsync(context, answer.Body).ConfigureAwait(false);
            return;
        }

        await response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
    }

    // One byte is announced at least: an empty body could not be cut.
    private static async Task CutAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentLength = Math.Max(body.Length, 1);
        await context.Response.Body.WriteAsync(body[..(body.Length / 2)], context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        context.Abort();
    }
}
