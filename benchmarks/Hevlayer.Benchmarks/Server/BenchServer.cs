using Microsoft.AspNetCore.Http;

namespace Hevlayer.Benchmarks;

/// <summary>
/// The least a server can do: it reads the request away and answers with bytes that were ready before. How large the reply
/// is, the id of the pipeline or the namespace says.
/// </summary>
internal static class BenchServer
{
    public static Task<int> ServeAsync()
    {
        var replies = new Replies();
        return ServedApp.RunAsync(context => AnswerAsync(context, replies));
    }

    private static async Task AnswerAsync(HttpContext context, Replies replies)
    {
        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync();
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        var reply = replies.To(context.Request.Method, context.Request.Path.Value!);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = reply.Length;
        await context.Response.Body.WriteAsync(reply);
    }
}
