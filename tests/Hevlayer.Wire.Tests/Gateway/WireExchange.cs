using Hevlayer.Tests.Shared;
using WireMock.Logging;
using WireMock.Server;

namespace Hevlayer.Wire.Tests.Gateway;

/// <summary>One client with a key of its own, the reply it gets, and the requests it sent.</summary>
internal sealed class WireExchange : IDisposable
{
    private static readonly TimeSpan LongestNote = TimeSpan.FromMinutes(1);

    private readonly WireMockServer _server;
    private readonly Guid _mapping;
    private readonly string _authorization;

    public WireExchange(WireMockServer server, Guid mapping, string key, Task begun)
    {
        _server = server;
        _mapping = mapping;
        _authorization = $"Bearer {key}";
        RequestBegun = begun;
        Options = new()
        {
            BaseAddress = new(server.Url!),
            ApiKey = key,
            Retry = new() { MaxAttempts = 1 },
        };
    }

    public HevlayerClientOptions Options { get; }

    /// <summary>Ends when the head of the request has arrived, before its body.</summary>
    public Task RequestBegun { get; }

    /// <summary>Calls through a client with connections of its own and gives the result, or null for a call without one.</summary>
    public async Task<object?> CallAsync(OperationCall call)
    {
        await using var client = new HevlayerClient(Options);
        var task = call(client.Api, TestContext.Current.CancellationToken);
        await task;
        return task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task);
    }

    /// <summary>The only request that arrived.</summary>
    public WireRequest Request => Assert.Single(Requests(1));

    /// <summary>What arrived, in order, once there are as many as expected: the server notes a request after it has answered it.</summary>
    public IReadOnlyList<WireRequest> Requests(int expected)
    {
        SpinWait.SpinUntil(() => _server.LogEntries.Count(IsMine) >= expected, LongestNote);
        return [.. _server.LogEntries.Where(IsMine).Select(Read)];
    }

    public void Dispose()
    {
        _server.DeleteMapping(_mapping);

        // Every look for one's own requests goes through all that are kept.
        // The server looks an entry up and removes it in two steps, which other removals may come between.
        lock (_server)
        {
            foreach (var entry in _server.LogEntries.Where(IsMine))
            {
                _server.DeleteLogEntry(entry.Guid);
            }
        }
    }

    private bool IsMine(ILogEntry entry) =>
        entry.RequestMessage?.Headers is { } headers
        && headers.TryGetValue("Authorization", out var values)
        && values.Contains(_authorization);

    private static WireRequest Read(ILogEntry entry)
    {
        var request = entry.RequestMessage!;
        var headers = request.Headers!.ToDictionary(
            static pair => pair.Key,
            static pair => string.Join(", ", pair.Value),
            StringComparer.OrdinalIgnoreCase);
        headers.Remove(WireGateway.RawTarget, out var target);
        return new WireRequest(request.Method, target!, headers, request.BodyAsBytes ?? []);
    }
}
