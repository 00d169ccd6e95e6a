using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Hevlayer.AotTest;

/// <summary>A gateway with one row for a function: it is claimed once, and what comes back is kept.</summary>
internal sealed class FunctionGateway : HttpMessageHandler
{
    private const string Item = """{"udf_id":"f","worker_id":"w","items":[{"namespace":"n","id":"r","input":{"text":"two words"}}]}""";
    private const string NoItem = """{"udf_id":"f","worker_id":"w","items":[]}""";

    private readonly TaskCompletionSource<string> _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _claims;

    /// <summary>The body of the completion, or what was called instead of it.</summary>
    public Task<string> Completed => _completed.Task;

    /// <summary>Calls in their order.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var operation = request.RequestUri!.Segments[^1];
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : string.Empty;
        Calls.Enqueue(operation);
        switch (operation)
        {
            case "claim":
                return Reply(Interlocked.Increment(ref _claims) == 1 ? Item : NoItem);
            case "complete":
                _completed.TrySetResult(body);
                return Reply("""{"udf_id":"f","updated":1}""");
            case "fail":
                _completed.TrySetResult($"failed: {body}");
                return Reply("""{"udf_id":"f","updated":1}""");
            default:
                return Reply("""{"udf_id":"f","updated":1}""");
        }
    }

    private static HttpResponseMessage Reply(string json) => new(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
