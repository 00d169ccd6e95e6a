namespace Hevlayer.Workers.Simulation;

/// <summary>Makes the handlers of workers: the one under test, the embedding one, or the one that goes before it.</summary>
internal sealed class HandlerMaker(World world, HistoryPlan plan, SimulationOptions simulation, DocumentFaults documentFaults, Func<bool> isModelBroken)
{
    private readonly StrictQuota? _quota = plan.Quota is { } quota ? new(quota, () => world.Time.Elapsed) : null;

    /// <summary>Makes the handler of one worker.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="die">Kills its process.</param>
    public IDocumentHandler Make(SimulatedWorker worker, Action die)
    {
        IDocumentHandler handler = worker.Role == ProcessRole.Relay ? new Relay(plan.Relay!.Restages, plan.Relay.Time)
            : simulation.Handler is { } make ? new FaultyHandler(make(), documentFaults, die)
            : Embedding(worker.Node.Clock, die);
        return handler is IWorkProbe probe
            ? new CountedProbe(handler, probe, worker, world.Violations.Add)
            : new CountedHandler(handler, worker, world.Violations.Add);
    }

    private EmbeddingHandler Embedding(TimeProvider clock, Action die) => new(
        new EmbeddingBatcher(
            new SimulatedGenerator(clock, plan.ModelTime, plan.Dimensions, documentFaults, isModelBroken, die, Ask, texts => world.Paid += texts),
            plan.Options,
            clock,
            new WorkerTelemetry(Names.Pipeline),
            new FailureBook()),
        Names.Embedder,
        plan.Options.Embedding);

    private void Ask(IReadOnlyList<string> texts)
    {
        try
        {
            _quota?.Take(texts.Sum(static text => TextSize.Estimate(text.Length)));
        }
        catch (HttpRequestException)
        {
            world.Faults.Add(SimulatedFault.Refusal);
            throw;
        }
    }
}
