namespace Hevlayer.Quickstart.Tests;

/// <summary>A folder of texts, and what a run that nobody disturbs makes of it.</summary>
public sealed class CleanRun : IAsyncLifetime
{
    private int _requests;

    internal TemporaryFolder Folder { get; } = new();

    public IReadOnlyList<(string Id, string? Text, string? Path)> Rows { get; private set; } = [];

    public long Documents { get; private set; }

    /// <summary>Requests of the run until all was indexed; waiting and asking take a few more.</summary>
    public int Requests => _requests;

    public async ValueTask InitializeAsync()
    {
        for (var number = 0; number < 12; number++)
        {
            var words = string.Join(' ', Enumerable.Range(0, 40 + (number * 60)).Select(word => $"word{word * number}"));
            Folder.File(Path.Combine($"part{number % 3}", $"text{number}.txt"), words + ".");
        }

        Folder.File("large.txt", string.Concat(Enumerable.Range(0, 3500).Select(number => $"This is sentence {number}. ")));

        using var gateway = new GatewayRun();
        using var connections = new HookedConnections(gateway.Gateway.CreateHandler(), request =>
        {
            // Idle claims go on while the run waits for its snapshot; only the work counts.
            var isWork = request.Method == HttpMethod.Put || request.RequestUri!.AbsolutePath.EndsWith("/chunks", StringComparison.Ordinal);
            Interlocked.Add(ref _requests, isWork ? 1 : 0);
            return null;
        });
        var run = await gateway.RunAsync(["--input", Folder.Path], connections);
        Assert.Equal((ExitCode.Done, string.Empty), (run.ExitCode, run.Error));
        Rows = await gateway.RowsAsync();
        Documents = (await gateway.StatusAsync()).Counts["indexed"];
    }

    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
