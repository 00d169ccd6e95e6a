using System.Net;

namespace Hevlayer.Quickstart.Tests;

public sealed class RestartTests(CleanRun clean) : IClassFixture<CleanRun>
{
    private const int Deaths = 16;

    private readonly TemporaryFolder _folder = clean.Folder;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Deaths)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task RunKilledAnywhere_StartedAgain_EndsWithTheRowsOfACleanRun(int seed)
    {
        using var gateway = new GatewayRun();
        using var death = new CancellationTokenSource();
        var requests = 1 + (seed * clean.Requests / (Deaths + 2));
        using var connections = new SeveredConnections(gateway.Gateway.CreateHandler(), requests, isLastReplyLost: seed % 2 == 0, death.Cancel);

        var killed = await gateway.RunAsync(["--input", _folder.Path], connections, death);
        var again = await gateway.RunAsync(["--input", _folder.Path]);

        Assert.NotEqual(ExitCode.Done, killed.ExitCode);
        Assert.Equal((ExitCode.Done, string.Empty), (again.ExitCode, again.Error));
        Assert.Equal(clean.Rows, await gateway.RowsAsync());
        var status = await gateway.StatusAsync();
        Assert.Equal((0, 0, 0), (status.PendingCount, status.ProcessingCount, status.FailedCount));
        Assert.Equal(clean.Documents, status.Counts["indexed"]);
    }

    [Fact]
    public async Task DocumentThatADeadRunStillHolds_IsIndexedWhenItsLeaseEnds()
    {
        using var gateway = new GatewayRun();
        var token = TestContext.Current.CancellationToken;
        await gateway.Client.EnsurePipelineAsync("quickstart", "quickstart", cancellationToken: token);
        await gateway.Client.PutChunksAsync("quickstart", "gone.txt", [new() { Id = "gone.txt#0001", Text = "A file that was deleted since." }], token);
        await gateway.Client.ClaimDocumentsAsync("quickstart", new() { WorkerId = "dead", LeaseSeconds = 60 }, token);

        var run = await gateway.RunAsync(["--input", _folder.Path]);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("A file that was deleted since.", (await gateway.RowsAsync()).Select(row => row.Text));
        Assert.Equal(0, (await gateway.StatusAsync()).ProcessingCount);
    }

    [Fact]
    public async Task RunThatIsCancelled_ReleasesWhatItHoldsAndSaysSo()
    {
        using var gateway = new GatewayRun();
        using var stopping = new CancellationTokenSource();
        using var connections = new HookedConnections(gateway.Gateway.CreateHandler(), request =>
        {
            if (request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath.EndsWith("/chunks", StringComparison.Ordinal))
            {
                stopping.Cancel();
            }

            // What is in work does not get done in the time that is left.
            return request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath == "/v2/namespaces/quickstart"
                ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
                : null;
        });

        var run = await gateway.RunAsync(["--input", _folder.Path], connections, stopping);

        Assert.Equal(ExitCode.Cancelled, run.ExitCode);
        Assert.Equal("Cancelled. Start the same command again to go on.", run.Error.Trim());
        var status = await gateway.StatusAsync();
        Assert.Equal(0, status.ProcessingCount);
        Assert.True(status.PendingCount > 0, string.Join(", ", status.Counts));
    }
}
