using Hevlayer.Local;
using Hevlayer.Samples;
using Microsoft.Extensions.AI;

namespace Hevlayer.Quickstart;

/// <summary>The life of a run: stage texts, embed them under leases, wait until all is indexed, ask.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => RunAsync(args, Surroundings.OfThisProcess());

    internal static Task<int> RunAsync(string[] args, Surroundings surroundings) => Shell.RunAsync(args, surroundings, IndexAndAskAsync);

    private static async Task IndexAndAskAsync(Session session, CancellationToken cancellationToken)
    {
        var options = session.Options;
        var source = TextSource.Open(options.Input);
        using var embedder = new FeatureHashingEmbedder();

        // A gateway: one inside this process, unless the command line names another.
        await using var local = options.Gateway is null
            ? await LocalGateway.StartAsync(new() { StatusCacheTime = TimeSpan.Zero }, cancellationToken)
            : null;
        await using var layer = session.Connect(options.Gateway ?? local!.BaseAddress);

        // The queue, and the namespace that its vectors go to.
        await layer.EnsurePipelineAsync(options.Pipeline, options.Namespace, DistanceMetric.CosineDistance, cancellationToken);

        // Files are staged while workers already embed the first of them.
        var workers = new EmbeddingWorkers(layer, embedder, session);
        var stager = new Stager(layer, session);
        var started = session.Clock.GetUtcNow();
        var status = await session.Display.WhileAsync(() => workers.WhileAsync(
            async running =>
            {
                var documents = await stager.StageAsync(source, running);
                return await WaitForRunAsync(layer, session, started, documents, running);
            },
            cancellationToken));
        session.Report(status);

        // Ask, and show the nearest passages.
        var vector = await embedder.GenerateVectorAsync(options.Query, cancellationToken: cancellationToken);
        var answer = await layer.Namespace(options.Namespace).QueryAsync(
            new() { Vector = vector, TopK = options.Top, IncludeAttributes = new[] { Passage.TextAttribute, Passage.PathAttribute } },
            cancellationToken: cancellationToken);
        session.Display.Answer(options.Query, Passage.From(answer.Rows));
        session.ThrowIfIncomplete(status);
    }

    private static async Task<PipelineStatus> WaitForRunAsync(
        HevlayerClient layer, Session session, DateTimeOffset started, long documents, CancellationToken cancellationToken)
    {
        var (pipeline, limit) = (session.Options.Pipeline, session.Options.SnapshotWait);
        var wait = new RunOptions { Drain = new() { MinimumDocuments = documents }, Snapshot = new() { Timeout = limit } };
        try
        {
            var run = await layer.WaitForRunAsync(pipeline, started, wait, session.Progress, cancellationToken);
            return run.Status;
        }
        catch (HevlayerTimeoutException timeout) when (timeout.Route is null)
        {
            // Everything is indexed, only the snapshot is late: a query works without it.
            session.Notes.Add($"No snapshot of namespace '{session.Options.Namespace}' after {limit.TotalSeconds:0} s: the newest rows may still be missing below.");
            return await layer.GetPipelineStatusAsync(pipeline, cancellationToken);
        }
    }
}
