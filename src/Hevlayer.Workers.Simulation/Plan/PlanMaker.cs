using System.Globalization;

namespace Hevlayer.Workers.Simulation;

/// <summary>Draws plans from seeds.</summary>
internal static class PlanMaker
{
    private const int MostChunks = 6;

    private static readonly TimeSpan LongestTrouble = TimeSpan.FromMinutes(10);

    public static HistoryPlan Make(int seed, SimulationOptions simulation)
    {
        var random = new Random(seed);
        var faults = FaultMix.Draw(random, simulation);
        var options = MakeOptions(random, simulation);
        var trouble = TimeSpan.FromSeconds(random.Next(30, (int)LongestTrouble.TotalSeconds));
        var events = MakeEvents(random, faults, options, trouble);
        OutlastOutages(options.Retry, events);

        // A crash that no document caused counts against those in work all the same.
        options.Retry.MaxCrashes += events.Count(static planned => planned.Fault == SimulatedFault.Crash);
        var calm = events.Select(static planned => planned.End).Append(trouble).Max();
        var documents = simulation.Documents?.Invoke(random) ?? MakeDocuments(random, simulation, faults);
        var plan = new HistoryPlan
        {
            Seed = seed,
            Workers = random.Next(1, simulation.MaxWorkers + 1),
            Documents = documents,
            Options = options,
            ModelTime = MakeModelTime(random, options),
            Dimensions = random.Next(6) == 0 ? 32 : 2,
            Network = MakeNetwork(random, faults),
            Client = MakeClient(random),
            Events = events,
            Calm = calm,
            Limit = calm + (options.Lease * 4) + (options.HandlerTimeout * 20) + TimeSpan.FromHours(4),
            Watchers = [.. Enumerable.Range(0, random.Next(4) == 0 ? random.Next(1, 3) : 0).Select(_ => trouble * random.NextDouble())],
        };
        return simulation.Handler is null
            ? Surroundings.Add(plan, random, faults, simulation.Transport) with { Quota = QuotaPlan.Draw(seed, simulation, options.Embedding) }
            : plan;
    }

    private static DocumentWorkerOptions MakeOptions(Random random, SimulationOptions simulation)
    {
        var concurrent = random.Next(1, 7);
        var options = new DocumentWorkerOptions
        {
            PipelineId = Names.Pipeline,
            WorkerId = "worker",
            Lease = TimeSpan.FromSeconds(random.Next(20, 300)),
            ClaimLimit = random.Next(1, 9),
            MaxConcurrentDocuments = concurrent,
            MaxHeldDocuments = concurrent + random.Next(0, 10),

            // One by one in every other history, and side by side in the rest.
            MaxBufferedBytes = random.Next(2) == 0 ? random.Next(1, 20) * 1000 : 1_000_000,
            HandlerTimeout = TimeSpan.FromSeconds(random.Next(120, 300)),
        };
        options.Retry.MaxAttempts = random.Next(2, 6);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(random.Next(2, 60));
        options.Embedding.MaxBatchItems = random.Next(1, 17);
        options.Embedding.BatchTimeout = TimeSpan.FromSeconds(random.Next(5, 15));
        options.Embedding.MaxConcurrentBatches = random.Next(1, 4);
        options.Writes.MaxRows = random.Next(3) == 0 ? random.Next(1, 12) : 1000;
        options.Writes.MaxDelay = TimeSpan.FromMilliseconds(random.Next(2) == 0 ? random.Next(2000) : 0);
        options.Writes.MaxConcurrent = random.Next(1, 5);
        options.Shutdown.DrainTime = TimeSpan.FromSeconds(random.Next(3) == 0 ? random.Next(1, 8) : 20);
        simulation.Configure?.Invoke(options);
        return options;
    }

    // A worker gives a document up after so many failures of the gateway. Where outages together could last as long as that,
    // sound documents would be set aside, and rightly so.
    private static void OutlastOutages(DocumentRetryOptions retry, List<PlannedEvent> events)
    {
        var outages = events.Where(static planned => planned.Fault == SimulatedFault.Outage).Aggregate(TimeSpan.Zero, static (sum, planned) => sum + planned.Length);
        var least = outages / (retry.MaxGatewayFailures / 2.0);
        retry.MaxDelay = retry.MaxDelay < least ? least : retry.MaxDelay;
    }

    // Slow enough that leases have to be renewed, and fast enough that all documents at work get through in their time.
    private static TimeSpan MakeModelTime(Random random, DocumentWorkerOptions options)
    {
        var batches = Math.Ceiling((double)options.MaxConcurrentDocuments * MostChunks / options.Embedding.MaxBatchItems);
        var longest = options.HandlerTimeout * options.Embedding.MaxConcurrentBatches / (4 * batches);
        return (longest < options.Embedding.BatchTimeout / 2 ? longest : options.Embedding.BatchTimeout / 2) * random.NextDouble();
    }

    private static List<SimulatedDocument> MakeDocuments(Random random, SimulationOptions simulation, FaultMix faults)
    {
        var documents = new List<SimulatedDocument>();
        for (var number = random.Next(1, simulation.MaxDocuments + 1); number > 0; number--)
        {
            var fault = random.Next(6) == 0 ? faults.Pick(random, static fault => fault is >= SimulatedFault.Poison and not SimulatedFault.Throttle) : null;
            var id = string.Create(CultureInfo.InvariantCulture, $"document-{number}");
            documents.Add(new SimulatedDocument(
                id,
                fault == SimulatedFault.NoChunks ? [] : MakeChunks(random, id),
                fault,
                fault is SimulatedFault.Flaky or SimulatedFault.Hang or SimulatedFault.Deaf || (fault is SimulatedFault.BadVectors && random.Next(2) == 0) ? random.Next(1, 3) : int.MaxValue));
        }

        return documents;
    }

    private static List<Chunk> MakeChunks(Random random, string id)
    {
        var chunks = new List<Chunk>();
        for (var index = random.Next(MostChunks); index >= 0; index--)
        {
            chunks.Add(new Chunk { Id = ChunkIds.Create(id, chunks.Count), Text = string.Create(CultureInfo.InvariantCulture, $"{id} says {random.Next(1000)}") });
        }

        return chunks;
    }

    private static NetworkPlan MakeNetwork(Random random, FaultMix faults) => new(
        TimeSpan.FromMilliseconds(random.Next(1, 200)),
        faults.Share(SimulatedFault.LostRequest, random, 8),
        faults.Share(SimulatedFault.LostReply, random, 8),
        faults.Share(SimulatedFault.Delay, random, 8),
        TimeSpan.FromSeconds(random.Next(3, 30)),
        faults.Share(SimulatedFault.OddReply, random, 16),
        faults.Share(SimulatedFault.Reset, random, 32),
        faults.Share(SimulatedFault.SlowReply, random, 16),
        faults.Share(SimulatedFault.EndlessReply, random, 64),
        faults.Share(SimulatedFault.Throttle, random, 4));

    private static ClientPlan MakeClient(Random random)
    {
        var attempt = TimeSpan.FromSeconds(random.Next(3, 30));
        return new(attempt, attempt + TimeSpan.FromSeconds(random.Next(5, 90)), TimeSpan.FromSeconds(random.Next(2, 15)), random.Next(1, 6));
    }

    private static List<PlannedEvent> MakeEvents(Random random, FaultMix faults, DocumentWorkerOptions options, TimeSpan trouble)
    {
        var events = new List<PlannedEvent>();
        for (var left = random.Next(9); left > 0 && faults.Pick(random, IsEvent) is { } kind; left--)
        {
            var length = kind switch
            {
                SimulatedFault.Freeze => options.Lease * (random.NextDouble() * 3),
                SimulatedFault.Outage => TimeSpan.FromSeconds(random.Next(1, 90)),
                SimulatedFault.BrokenModel => TimeSpan.FromMinutes(random.Next(1, 60)),
                SimulatedFault.ClockJump => TimeSpan.FromHours(random.Next(-48, 48)),
                _ => TimeSpan.FromSeconds(random.Next(60)),
            };

            // Most of the work is done in the first seconds, and that is where trouble tells.
            var at = random.Next(2) == 0 ? TimeSpan.FromSeconds(random.NextDouble() * 10) : trouble * random.NextDouble();
            events.Add(new PlannedEvent(at, kind, random.Next(), length));
        }

        return events;
    }

    private static bool IsEvent(SimulatedFault fault) => fault is SimulatedFault.Crash or SimulatedFault.Freeze or SimulatedFault.Deploy
        or SimulatedFault.Outage or SimulatedFault.TakenLease or SimulatedFault.ClockJump or SimulatedFault.Restage or SimulatedFault.BrokenModel;
}
