namespace Hevlayer.Workers.Simulation;

/// <summary>Draws what stands before the last workers: a stage of its own, and a source that documents come from.</summary>
internal static class Surroundings
{
    /// <summary>The plan with them; half of the histories have neither.</summary>
    public static HistoryPlan Add(HistoryPlan plan, Random random, FaultMix faults, SimulatedTransport transport)
    {
        if (random.Next(3) == 0)
        {
            // A producer that stages in the moment between the look at the lease and the restaging is overwritten.
            var restages = !faults.Has(SimulatedFault.Restage) && random.Next(2) == 0;
            plan = plan with { Relay = new(random.Next(1, 3), restages, TimeSpan.FromSeconds(random.NextDouble() * 5)) };
        }

        return Marked(random.Next(3) == 0 ? WithSource(plan, random, faults) : plan, new Random(~plan.Seed), transport);
    }

    // Drawn apart, so that all else of a seed stays as it was.
    private static HistoryPlan Marked(HistoryPlan plan, Random random, SimulatedTransport transport)
    {
        plan.Options.Embedding.MarkCompleted = random.Next(2) == 0;
        if (plan.Sources is not { } sources || random.Next(3) == 0)
        {
            return plan;
        }

        sources.Options.SkipUnchanged = random.Next(4) > 0;
        plan.Options.Embedding.MarkCompleted |= sources.Options.SkipUnchanged;

        // A worker that stages chunks itself may overwrite what came meanwhile, and what the client sends late is nobody's to tell.
        return plan.Relay is { Restages: true } || transport == SimulatedTransport.Client ? plan : plan with { Messages = [.. plan.Messages, .. Later(plan, random)] };
    }

    private static IEnumerable<SimulatedMessage> Later(HistoryPlan plan, Random random) => plan.Messages
        .GroupBy(static message => message.Document.Id, StringComparer.Ordinal)
        .Where(static messages => messages.All(static message => message is { Fault: null, Document.Fault: null }))
        .SelectMany(messages => MessagePlan.Later(messages.First().Document, random));

    private static HistoryPlan WithSource(HistoryPlan plan, Random random, FaultMix faults)
    {
        var messages = new List<SimulatedMessage>();
        foreach (var document in plan.Documents.Where(static document => document.Chunks.Count > 0 && document.Fault != SimulatedFault.LostChunks))
        {
            if (random.Next(2) == 0)
            {
                var message = new SimulatedMessage(document, random.Next(8) == 0 ? FaultOf(random, faults) : null);
                messages.AddRange(Enumerable.Repeat(message, random.Next(6) == 0 ? 2 : 1));
            }
        }

        var options = new SourceWorkerOptions
        {
            PipelineId = Names.Pipeline,
            ReceiveLimit = random.Next(1, 6),
            MaxConcurrentDocuments = random.Next(1, 4),
            MaxHeldMessages = random.Next(4, 12),
            SkipEmpty = false,
        };
        options.Shutdown.DrainTime = plan.Options.Shutdown.DrainTime;
        options.Retry.MaxDelay = plan.Options.Retry.MaxDelay;
        options.Retry.MaxGatewayFailures = plan.Options.Retry.MaxGatewayFailures;
        return plan with { Messages = messages, Sources = new(random.Next(1, 3), TimeSpan.FromSeconds(random.Next(20, 120)), options) };
    }

    private static SimulatedFault? FaultOf(Random random, FaultMix faults) =>
        faults.Pick(random, static fault => fault is SimulatedFault.Poison or SimulatedFault.Flaky or SimulatedFault.NoChunks);
}
