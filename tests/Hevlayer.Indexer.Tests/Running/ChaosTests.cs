using System.Globalization;
using System.Text.Json;

namespace Hevlayer.Indexer.Tests;

/// <summary>
/// The whole indexer as its programs, while workers die, freeze and are replaced. The seed is printed; CHAOS_SEED repeats
/// its choices, though not the timing of the processes.
/// </summary>
[Collection(IndexerCollection.Name)]
public sealed class ChaosTests(SqsServer sqs, ITestOutputHelper output)
{
    private const int Documents = 240;
    private const int MostChunks = 5;
    private const int Runs = 6;
    private const int ActsOfAKind = 6;

    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(1.2);

    // A batch that is not full waits as long for more documents, for which there is room: work in progress for the signals to hit.
    private static readonly KeyValuePair<string, string>[] SlowWork =
    [
        new("Hevlayer__Worker__Embedding__MaxBatchDelay", "00:00:01.5"),
        new("Hevlayer__Worker__MaxConcurrentDocuments", "16"),
        new("Hevlayer__Worker__MaxHeldDocuments", "16"),
        new("Hevlayer__Worker__ClaimLimit", "4"),
        new("Hevlayer__Source__MaxConcurrentDocuments", "1"),
    ];

    [Fact]
    public async Task Indexer_WorkersKilledFrozenAndReplaced_LosesNothing()
    {
        var token = TestContext.Current.CancellationToken;
        var started = TimeProvider.System.GetTimestamp();
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CHAOS_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"CHAOS_SEED={seed}");
        var random = new Random(seed);
        var corpus = new Corpus(random, Documents, MostChunks);
        await using var fleet = await Fleet.StartAsync(sqs, "1", token);
        var chaos = new Chaos(fleet, corpus.Ids, kind => fleet.Start(kind, SlowWork), random);
        StartWorkers(fleet);

        var runs = await DisturbAsync(fleet, chaos, corpus, random, token);
        await chaos.ThawAsync();
        var views = await Task.WhenAll(runs);
        await QuietAsync(fleet, token);
        foreach (var worker in fleet.Workers)
        {
            await chaos.EndAsync(worker, token);
        }

        var status = await fleet.Gateway.StatusAsync(token);
        var figures = Describe(seed, corpus, chaos.Figures, TimeProvider.System.GetElapsedTime(started));
        output.WriteLine(figures);
        Figures.Keep("indexer-chaos", figures);
        Assert.All(views, view => Assert.True(view.GetProperty("state").GetString() == "done" && view.GetProperty("snapshot").GetString()?.Length > 0, $"{view}\n{fleet.Logs()}"));
        Assert.Equal(corpus.Rows, await fleet.Gateway.RowsAsync(token));
        Assert.Equal(
            (Documents, 0, 0, 0),
            (status.Counts.GetValueOrDefault("indexed"), status.PendingCount, status.ProcessingCount, status.FailedCount));
        Assert.Equal((0, 0), await fleet.Queue.CountAsync(token));
        Assert.Equal((0, 0), await fleet.DeadLetters.CountAsync(token));
        Assert.True(chaos.Figures.HeldAfterEnd == 0, string.Join('\n', chaos.Figures.LeftBehind));
        Assert.True(chaos.Figures.HeldAtDeath + chaos.Figures.HeldWhenFrozen > 0, $"The signals hit nobody at work: {figures}");
    }

    private static void StartWorkers(Fleet fleet)
    {
        foreach (var kind in (WorkerKind[])[WorkerKind.ExtractChunk, WorkerKind.ExtractChunk, WorkerKind.Embed, WorkerKind.Embed, WorkerKind.Embed])
        {
            fleet.Start(kind, SlowWork);
        }
    }

    /// <summary>Sends the documents in several runs, and disturbs the workers all the while.</summary>
    private static async Task<IReadOnlyList<Task<JsonElement>>> DisturbAsync(Fleet fleet, Chaos chaos, Corpus corpus, Random random, CancellationToken cancellationToken)
    {
        var acts = Enum.GetValues<ChaosAct>().SelectMany(static act => Enumerable.Repeat(act, ActsOfAKind)).ToArray();
        random.Shuffle(acts);
        var waves = corpus.Documents.Chunk(Documents / Runs).ToList();
        var runs = new List<Task<JsonElement>>();
        foreach (var (number, act) in acts.Index())
        {
            var beginsRun = number % (acts.Length / Runs) == 0;
            if (beginsRun)
            {
                // Staging is quick: the queue is watched, so that the signal meets messages in the hands of workers.
                runs.Add(fleet.App.RunAsync(waves[runs.Count], cancellationToken));
                await Eventually.HoldsAsync(() => IsStagingAsync(fleet, runs.Count * (Documents / Runs), cancellationToken), fleet.Logs, cancellationToken);
            }
            else
            {
                await Eventually.PauseAsync(Gap, cancellationToken);
            }

            await chaos.ActAsync(act, beginsRun ? WorkerKind.ExtractChunk : WorkerKind.Embed, cancellationToken);
        }

        return runs;
    }

    private static async Task<bool> IsStagingAsync(Fleet fleet, int sent, CancellationToken cancellationToken) =>
        (await fleet.Queue.CountAsync(cancellationToken)).Held > 0 || await fleet.Gateway.KnownAsync(cancellationToken) == sent;

    /// <summary>A thawed worker may have staged a document once more; waits until that is over.</summary>
    private static Task<PipelineStatus> QuietAsync(Fleet fleet, CancellationToken cancellationToken) => fleet.Gateway.Layer.WaitForDrainAsync(
        RunningGateway.Pipeline,
        new() { StatusCacheTime = TimeSpan.FromSeconds(1), PollInterval = TimeSpan.FromMilliseconds(300), Timeout = TimeSpan.FromSeconds(30) },
        cancellationToken: cancellationToken);

    private static string Describe(int seed, Corpus corpus, ChaosFigures figures, TimeSpan took) => string.Create(
        CultureInfo.InvariantCulture,
        $"seed {seed}: {corpus.Documents.Count} documents in {corpus.Rows.Count} chunks and {Runs} runs; {figures.Kills} kills (with {figures.HeldAtDeath} documents held), {figures.Pauses} freezes ({figures.HeldWhenFrozen} held), {figures.MessagesInHand} messages in hand at signals, {figures.Terms} orderly ends ({figures.HeldAfterEnd} documents left held, the slowest {figures.SlowestEnd.TotalSeconds:0.0} s); {took.TotalSeconds:0} s");
}
