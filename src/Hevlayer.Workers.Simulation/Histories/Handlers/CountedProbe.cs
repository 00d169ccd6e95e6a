namespace Hevlayer.Workers.Simulation;

/// <summary>A counted handler that can be asked whether it works.</summary>
internal sealed class CountedProbe(IDocumentHandler inner, IWorkProbe probe, SimulatedWorker worker, Action<string> objection) : CountedHandler(inner, worker, objection), IWorkProbe, IPatientHandler
{
    public TimeSpan Waited() => probe is IPatientHandler patient ? patient.Waited() : TimeSpan.Zero;

    public Task<bool> WorksAsync(CancellationToken cancellationToken) => probe.WorksAsync(cancellationToken);
}
