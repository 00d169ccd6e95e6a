using Hevlayer.Local;
using Hevlayer.Samples;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Quickstart.Tests;

/// <summary>Runs the program against a gateway in this process, both on one clock that is moved on by hand.</summary>
internal sealed class GatewayRun : IDisposable
{
    public static readonly Uri Address = new("http://gateway.test");

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    public GatewayRun(Action<LocalGatewayOptions>? configure = null)
    {
        var options = new LocalGatewayOptions { TimeProvider = Clock };
        configure?.Invoke(options);
        Gateway = LocalGateway.Create(options);
        Client = new(new() { BaseAddress = Address, TimeProvider = Clock }, Gateway.CreateHandler());
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public LocalGateway Gateway { get; }

    /// <summary>A client of the test's own, which sees what a run left behind.</summary>
    public HevlayerClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        Gateway.Dispose();
    }

    /// <summary>One run against this gateway.</summary>
    /// <param name="arguments">More arguments.</param>
    /// <param name="connections">What lies between the program and the gateway; null for nothing.</param>
    /// <param name="stopping">Stops the run as a signal does.</param>
    public Task<RunResult> RunAsync(string[] arguments, HttpMessageHandler? connections = null, CancellationTokenSource? stopping = null) =>
        RunAsync(["--gateway", Address.AbsoluteUri, .. arguments], connections ?? Gateway.CreateHandler(), Clock, stopping);

    public static async Task<RunResult> RunAsync(string[] arguments, HttpMessageHandler? connections, FakeTimeProvider clock, CancellationTokenSource? stopping = null)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var run = Task.Run(() => Program.RunAsync(arguments, new()
        {
            Out = TextWriter.Synchronized(output),
            Error = TextWriter.Synchronized(error),
            IsTerminal = false,
            Variable = _ => null,
            Clock = clock,
            Connections = connections,
            Stopping = stopping?.Token ?? CancellationToken.None,
        }));
        while (await Task.WhenAny(run, Task.Delay(1, TestContext.Current.CancellationToken)) != run)
        {
            clock.Advance(Step);
        }

        return new((ExitCode)await run, output.ToString(), error.ToString());
    }

    /// <summary>All rows of the namespace: their ids, texts and files.</summary>
    public async Task<IReadOnlyList<(string Id, string? Text, string? Path)>> RowsAsync(string name = "quickstart")
    {
        var answer = await Client.Namespace(name).QueryAsync(
            new() { Vector = new float[FeatureHashingEmbedder.DefaultDimensions].Select((_, i) => i == 0 ? 1f : 0f).ToArray(), TopK = 1000, IncludeAttributes = true },
            cancellationToken: TestContext.Current.CancellationToken);
        return [.. answer.Rows
            .Select(row => (row.Id.ToString(), row.Attributes.GetString("text"), row.Attributes.GetString("path")))
            .OrderBy(row => row.Item1, StringComparer.Ordinal)];
    }

    public async Task<PipelineStatus> StatusAsync()
    {
        Clock.Advance(TimeSpan.FromSeconds(16));
        return await Client.GetPipelineStatusAsync("quickstart", TestContext.Current.CancellationToken);
    }
}
