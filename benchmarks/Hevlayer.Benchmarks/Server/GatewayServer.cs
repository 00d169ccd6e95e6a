using System.Globalization;
using Hevlayer.Local;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hevlayer.Benchmarks;

/// <summary>
/// The local gateway as a server; with a delay, each of its answers takes that long, as over a network, and writes to a
/// namespace as long as a store takes for them.
/// </summary>
internal static class GatewayServer
{
    public static async Task<int> ServeAsync(string milliseconds, string? writeMilliseconds = null)
    {
        var delay = Time(milliseconds);
        var writeDelay = Time(writeMilliseconds ?? milliseconds);
        if (delay > TimeSpan.Zero)
        {
            using var rules = LocalGateway.Create();
            using var invoker = new HttpMessageInvoker(rules.CreateHandler());
            return await ServedApp.RunAsync(context => AnswerAsync(context, invoker, IsWrite(context.Request) ? writeDelay : delay));
        }

        await using var gateway = await LocalGateway.StartAsync();
        await ServedApp.ServeAsync(gateway.BaseAddress.ToString());
        return 0;
    }

    private static TimeSpan Time(string milliseconds) => TimeSpan.FromMilliseconds(int.Parse(milliseconds, CultureInfo.InvariantCulture));

    private static bool IsWrite(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/v2/namespaces", out var rest) && rest.Value!.Count('/') == 1;

    private static async Task AnswerAsync(HttpContext context, HttpMessageInvoker gateway, TimeSpan delay)
    {
        await ExactDelay.AfterAsync(delay);
        using var request = Translate(context);
        using var response = await gateway.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        context.Response.ContentLength = response.Content.Headers.ContentLength;
        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static HttpRequestMessage Translate(HttpContext context)
    {
        // As it was sent: the decoded path would turn an encoded slash in an id into a separator.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var message = new HttpRequestMessage(new HttpMethod(context.Request.Method), $"http://gateway{target}");
        if (context.Request.ContentLength > 0)
        {
            message.Content = new StreamContent(context.Request.Body);
            message.Content.Headers.ContentLength = context.Request.ContentLength;
            message.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }

        return message;
    }
}
