using System.Net;
using System.Text.RegularExpressions;
using Hevlayer.Workers;

namespace Hevlayer.Indexer.Tests;

/// <summary>The local gateway as a process of its own, and a client for it.</summary>
internal sealed partial class RunningGateway : IAsyncDisposable
{
    public const string Pipeline = "products";
    public const string Namespace = "products";

    private readonly RunningProgram _program;

    private RunningGateway(RunningProgram program, Uri address)
    {
        _program = program;
        Address = address;
        Layer = new(new() { BaseAddress = address });
    }

    public Uri Address { get; }

    public HevlayerClient Layer { get; }

    /// <summary>Starts it on a free port; it makes snapshots soon and keeps a status as long as it is told.</summary>
    public static async Task<RunningGateway> StartAsync(CancellationToken cancellationToken, string statusCacheSeconds = "0")
    {
        var program = RunningProgram.Start(
            "gateway",
            Repository.Program("src/Hevlayer.LocalGateway.Tool", "hevlayer-local"),
            ["--port", "0", "--status-cache-seconds", statusCacheSeconds, "--snapshot-interval-seconds", "0.2", "--stability-lag-seconds", "0.2"]);
        return new(program, new(await program.ReadAsync(ListensOn(), cancellationToken)));
    }

    /// <summary>How many documents the pipeline knows; the app makes the pipeline when it first needs it.</summary>
    public async Task<long> KnownAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await StatusAsync(cancellationToken)).Counts.Values.Sum();
        }
        catch (HevlayerException exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return 0;
        }
    }

    public Task<PipelineStatus> StatusAsync(CancellationToken cancellationToken) => Layer.GetPipelineStatusAsync(Pipeline, cancellationToken);

    /// <summary>How many of the documents a holder has, which is one claim of a worker. Asking renews their leases.</summary>
    public async Task<long> HeldByAsync(string holder, IReadOnlyList<string> documentIds, CancellationToken cancellationToken) =>
        (await Layer.HeartbeatAsync(Pipeline, documentIds, holder, cancellationToken: cancellationToken)).Updated;

    /// <summary>All rows of the namespace: the text of each with its document, in order.</summary>
    public async Task<IReadOnlyList<(string Document, string? Text)>> RowsAsync(CancellationToken cancellationToken)
    {
        const int Page = 200;
        var space = Layer.Namespace(Namespace);
        var rows = new List<(string Document, string? Text)>();
        foreach (var page in (await space.ScanIdsAsync(cancellationToken: cancellationToken).ToListAsync(cancellationToken)).Chunk(Page))
        {
            var reply = await space.FetchManyAsync(page, cancellationToken: cancellationToken);
            Assert.Empty(reply.Missing);
            foreach (var document in reply.Documents)
            {
                rows.Add((document.Attributes.GetString(RowAttributes.Document)!, document.Attributes.GetString("text")));
            }
        }

        return [.. rows.OrderBy(static row => row.Document, StringComparer.Ordinal).ThenBy(static row => row.Text, StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        await Layer.DisposeAsync();
        await _program.DisposeAsync();
    }

    [GeneratedRegex(@"listens on (\S+)")]
    private static partial Regex ListensOn();
}
