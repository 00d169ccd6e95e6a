using Hevlayer.Workers.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Workers.Tests.Failures;

/// <summary>A worker beside a local gateway in process, on a clock of the test; the wire notes what it says of its ledger.</summary>
internal sealed class LedgerHost : IAsyncDisposable
{
    private readonly WorkerHost _host;

    private LedgerHost(WorkerHost host, WireLog wire) => (_host, Wire) = (host, wire);

    public WireLog Wire { get; }

    public WorkerHost Host => _host;

    public HevlayerClient Client => _host.Client;

    public LogBook Log => _host.Log;

    public WorkerStatus Status => _host.Status;

    public PipelineFailures Failures => Client.Failures(WorkerHost.Pipeline);

    /// <summary>Calls to the ledger's namespace.</summary>
    public IReadOnlyList<WireCall> LedgerCalls => [.. Wire.Calls.Where(static call => IsOfLedger(call))];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static bool IsOfLedger(WireCall call) => call.Path.Contains("-ledger", StringComparison.Ordinal);

    public static bool IsWrite(WireCall call) => call.Ends("POST", "-ledger");

    /// <summary>A worker that fails documents for a reason of theirs, and indexes those without one.</summary>
    public static async Task<LedgerHost> StartAsync(Func<string, string?> reasonOf, Action<DocumentWorkerOptions>? configure = null, Action<IServiceCollection>? register = null)
    {
        var wire = new WireLog();
        var host = await WorkerHost.InMemoryAsync(wire.Before, services =>
        {
            services.AddSingleton(new Work((document, _) => Task.FromResult(
                reasonOf(document.Id) is { } reason ? DocumentOutcome.Fail(reason) : WorkHandler.Rows(document))));
            services.AddHevlayerWorkers().AddDocuments<WorkingHandler>(configure: configure);
            register?.Invoke(services);
        });
        await host.StartAsync();
        return new(host, wire);
    }

    /// <summary>Stages documents and waits until so many in all have ended.</summary>
    public async Task EndAsync(int ended, params string[] staged)
    {
        await _host.StageAsync(staged);
        await WhenAsync(() => Task.FromResult(Status.Completed + Status.Failed >= ended));
    }

    public Task WhenAsync(Func<Task<bool>> holds) => _host.RunAsync(async () =>
    {
        while (!await holds())
        {
            await Task.Delay(1, Token);
        }
    });

    /// <summary>Lets a time pass.</summary>
    public Task PassAsync(TimeSpan time) => _host.RunAsync(() => Task.Delay(time, _host.Clock!, Token));

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
