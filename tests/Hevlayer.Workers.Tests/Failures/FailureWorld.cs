using System.Globalization;
using Hevlayer.Local;
using Hevlayer.Workers.Tests.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Workers.Tests.Failures;

/// <summary>Failed documents at a local gateway in process, and a client whose calls a test may break off.</summary>
internal sealed class FailureWorld : IAsyncDisposable
{
    public const string Pipeline = "products";

    private readonly LocalGateway _gateway;
    private readonly HttpMessageHandler _handler;
    private int _claims;

    public FailureWorld()
    {
        Clock = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
        _gateway = LocalGateway.Create(new LocalGatewayOptions { TimeProvider = Clock, StatusCacheTime = TimeSpan.Zero, StabilityLag = TimeSpan.Zero });
        _handler = Wire.Before(_gateway.CreateHandler());
        Client = new HevlayerClient(new() { BaseAddress = _gateway.BaseAddress, Retry = new() { MaxAttempts = 1 } }, _handler);
    }

    public FakeTimeProvider Clock { get; }

    public WireLog Wire { get; } = new();

    public HevlayerClient Client { get; }

    public PipelineFailures Failures => Client.Failures(Pipeline, clock: Clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Stages documents; they are pending.</summary>
    public async Task StageAsync(params IEnumerable<string> ids)
    {
        await Client.EnsurePipelineAsync(Pipeline, "shop", cancellationToken: Token);
        foreach (var id in ids)
        {
            await Client.PutChunksAsync(Pipeline, id, [new() { Id = $"{id}-0", Text = id }], Token);
        }
    }

    /// <summary>Stages documents and fails them as a worker does.</summary>
    public Task FailAsync(params string[] ids) => FailAsync(static failure => failure, ids);

    /// <summary>Stages documents and fails them as a worker does, each with a row of the test's.</summary>
    public async Task FailAsync(Func<DocumentFailure, DocumentFailure> change, params string[] ids)
    {
        await StageAsync(ids);
        await WriteAsync(change, ids);
        await Client.FailDocumentsAsync(Pipeline, ids, cancellationToken: Token);
    }

    /// <summary>Writes rows, and moves nothing.</summary>
    public async Task WriteAsync(Func<DocumentFailure, DocumentFailure> change, params string[] ids)
    {
        var ledger = new FailureLedger(Client, Pipeline, "products-ledger");
        var now = Clock.GetUtcNow();
        await Task.WhenAll(ids.Select(id => ledger.WriteAsync(
            change(new()
            {
                DocumentId = id,
                Reason = "The handler has failed.",
                Kind = "handler",
                WorkerId = "worker-1",
                Stage = "pending",
                Attempts = 5,
                Claim = string.Create(CultureInfo.InvariantCulture, $"worker-1~{++_claims}"),
                FirstAt = now,
                LastAt = now,
            }),
            Token)));
    }

    public async Task<string> CountsAsync() => string.Join(
        ", ",
        (await Client.GetPipelineStatusAsync(Pipeline, Token)).Counts.Where(static count => count.Value > 0).OrderBy(static count => count.Key, StringComparer.Ordinal)
            .Select(static count => string.Create(CultureInfo.InvariantCulture, $"{count.Key} {count.Value}")));

    public async Task<IReadOnlyList<string>> ListAsync(FailureFilter? filter = null)
    {
        var ids = new List<string>();
        await foreach (var failure in Failures.ListAsync(filter, Token))
        {
            ids.Add(failure.DocumentId);
        }

        return ids;
    }

    /// <summary>Puts back, with all the time that it needs.</summary>
    public async Task<RedriveReport> RedriveAsync(FailureFilter? filter = null, RedriveOptions? options = null)
    {
        var run = Failures.RedriveAsync(filter, options, Token);
        while (!run.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(run, Task.Delay(1, Token));
        }

        return await run;
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        _handler.Dispose();
        await _gateway.DisposeAsync();
    }
}
