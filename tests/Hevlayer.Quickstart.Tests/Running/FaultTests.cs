using System.Net;

namespace Hevlayer.Quickstart.Tests;

public sealed class FaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly GatewayRun _gateway = new();

    public FaultTests() => _folder.File("a.txt", "Some text to index.");

    public void Dispose()
    {
        _gateway.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task DocumentWithoutText_IsFailedAndNotRetriedForEver()
    {
        var token = TestContext.Current.CancellationToken;
        await _gateway.Client.EnsurePipelineAsync("quickstart", "quickstart", cancellationToken: token);
        await _gateway.Client.PutChunksAsync("quickstart", "hollow", [new() { Id = "hollow#1" }], token);

        var run = await _gateway.RunAsync(["--input", _folder.Path]);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("1 documents of pipeline 'quickstart' are failed. The first: 'hollow': Chunk 'hollow#1' has no text.", run.Error, StringComparison.Ordinal);
        Assert.Contains("a.txt", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await _gateway.StatusAsync()).FailedCount);
    }

    [Fact]
    public async Task DocumentWhoseChunksAreLost_IsFailedAfterAFewTries()
    {
        var reads = 0;
        var token = TestContext.Current.CancellationToken;
        await _gateway.Client.EnsurePipelineAsync("quickstart", "quickstart", cancellationToken: token);
        await _gateway.Client.PutChunksAsync("quickstart", "lost", [new() { Id = "lost#1", Text = "text" }], token);
        using var connections = new HookedConnections(_gateway.Gateway.CreateHandler(), request =>
        {
            var isLost = request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath.EndsWith("/lost/chunks", StringComparison.Ordinal);
            reads += isLost ? 1 : 0;
            return isLost ? new(HttpStatusCode.BadGateway) { Content = new StringContent("""{"error":"upstream_error","message":"gone"}"""), RequestMessage = request } : null;
        });

        var run = await _gateway.RunAsync(["--input", _folder.Path, "--concurrency", "1"], connections);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("gone", run.Error, StringComparison.Ordinal);

        // Three attempts, and a read before the first of them that is none.
        Assert.Equal((1 + 3) * new HevlayerRetryOptions().MaxAttempts, reads);
    }

    [Fact]
    public async Task TransientFailures_OfTheGateway_AreRetried()
    {
        var count = 0;
        using var connections = new HookedConnections(_gateway.Gateway.CreateHandler(), request =>
            Interlocked.Increment(ref count) % 3 == 0 ? new(HttpStatusCode.ServiceUnavailable) { RequestMessage = request } : null);

        var run = await _gateway.RunAsync(["--input", _folder.Path], connections);

        Assert.Equal((ExitCode.Done, string.Empty), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task DocumentWhoseLeaseIsLost_IsNotWrittenByTheOneWhoLostIt()
    {
        var (reads, writes) = (0, 0);
        using var connections = new HookedConnections(_gateway.Gateway.CreateHandler(), async (request, cancellationToken) =>
        {
            var path = request.RequestUri!.AbsolutePath;
            writes += request.Method == HttpMethod.Post && path.EndsWith("/namespaces/quickstart", StringComparison.Ordinal) ? 1 : 0;
            if (request.Method == HttpMethod.Get && path.EndsWith("/chunks", StringComparison.Ordinal) && ++reads == 1)
            {
                // Someone takes the document away while its chunks are on their way; the next heartbeat tells.
                await _gateway.Client.ReleaseDocumentsAsync("quickstart", ["a.txt"], cancellationToken: cancellationToken);
                await Task.Delay(TimeSpan.FromSeconds(25), _gateway.Clock, cancellationToken);
            }

            return null;
        });

        var run = await _gateway.RunAsync(["--input", _folder.Path, "--concurrency", "1"], connections);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal((2, 1), (reads, writes));
    }

    [Fact]
    public async Task SnapshotThatNeverComes_IsNotedAndTheQuestionAnswered()
    {
        using var connections = new HookedConnections(_gateway.Gateway.CreateHandler(), request =>
            request.RequestUri!.AbsolutePath.Contains("/history", StringComparison.Ordinal)
                ? new(HttpStatusCode.OK) { Content = new StringContent("[]", null, "application/json"), RequestMessage = request }
                : null);

        var run = await _gateway.RunAsync(["--input", _folder.Path, "--snapshot-wait", "10"], connections);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("No snapshot of namespace 'quickstart' after 10 s", run.Error, StringComparison.Ordinal);
        Assert.Contains("a.txt", run.Output, StringComparison.Ordinal);
    }
}
