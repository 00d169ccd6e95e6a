using Hevlayer.Workers;
using Hevlayer.Workers.Simulation;

namespace Hevlayer.Histories.Tests;

/// <summary>Handlers of every outcome in seeded histories; their faults show in the handler itself, and not in a batch.</summary>
public sealed class DocumentHistoriesTests(ITestOutputHelper output)
{
    [Fact]
    public void Indexing_AnyTrouble_KeepsItsPromises() => Run(static _ => { }, static async (document, cancellationToken) =>
    {
        await Task.Delay(TimeSpan.FromSeconds(3), document.Clock, cancellationToken);
        return Rows(document);
    });

    /// <summary>
    /// The gateway takes chunks from anybody: a producer that stages again in the moment between the look at the lease and
    /// the restaging of a handler is overwritten, and no client can help that.
    /// </summary>
    [Fact]
    public void Restaging_AnyTrouble_KeepsItsPromises() => Run(static options => options.Faults.Remove(SimulatedFault.Restage), static async (document, cancellationToken) =>
    {
        await Task.Delay(TimeSpan.FromSeconds(3), document.Clock, cancellationToken);
        return document.Chunks.All(static chunk => chunk.Id.EndsWith("-short", StringComparison.Ordinal))
            ? Rows(document)
            : DocumentOutcome.Restage([.. document.Chunks.Select(static chunk => new Chunk { Id = $"{chunk.Id}-short", Text = chunk.Text })]);
    });

    private static DocumentOutcome Rows(DocumentContext document) =>
        DocumentOutcome.Index([.. document.Chunks.Select(static chunk => new VectorEntry { Id = chunk.Id, Vector = new float[] { chunk.Text!.Length } })]);

    private void Run(Action<SimulationOptions> configure, Func<DocumentContext, CancellationToken, Task<DocumentOutcome>> work)
    {
        var options = Histories.Options(1_000);
        configure(options);
        options.Handler = () => new ScriptedHandler(work);

        var report = WorkerSimulation.Run(options, TestContext.Current.CancellationToken);

        output.WriteLine(Histories.Describe(report));
        report.ThrowIfBroken();
        Assert.Equal(options.Histories, report.Histories);
    }
}
