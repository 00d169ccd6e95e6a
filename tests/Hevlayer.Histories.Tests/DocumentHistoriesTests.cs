using Hevlayer.Workers;
using Hevlayer.Workers.Simulation;

namespace Hevlayer.Histories.Tests;

/// <summary>Handlers of every outcome in seeded histories; their faults show in the handler itself, and not in a batch.</summary>
public sealed class DocumentHistoriesTests(ITestOutputHelper output)
{
    [Fact]
    public void Indexing_AnyTrouble_KeepsItsPromises() => Run(static async (document, cancellationToken) =>
    {
        await Task.Delay(TimeSpan.FromSeconds(3), document.Clock, cancellationToken);
        return Rows(document);
    });

    [Fact]
    public void Restaging_AnyTrouble_KeepsItsPromises() => Run(static async (document, cancellationToken) =>
    {
        await Task.Delay(TimeSpan.FromSeconds(3), document.Clock, cancellationToken);
        return document.Chunks.All(static chunk => chunk.Id.EndsWith("-short", StringComparison.Ordinal))
            ? Rows(document)
            : DocumentOutcome.Restage([.. document.Chunks.Select(static chunk => new Chunk { Id = $"{chunk.Id}-short", Text = chunk.Text })]);
    });

    private static DocumentOutcome Rows(DocumentContext document) =>
        DocumentOutcome.Index([.. document.Chunks.Select(static chunk => new VectorEntry { Id = chunk.Id, Vector = new float[] { chunk.Text!.Length } })]);

    private void Run(Func<DocumentContext, CancellationToken, Task<DocumentOutcome>> work)
    {
        var options = Histories.Options(1_000);
        options.Handler = () => new ScriptedHandler(work);

        var report = WorkerSimulation.Run(options, TestContext.Current.CancellationToken);

        output.WriteLine(Histories.Describe(report));
        report.ThrowIfBroken();
        Assert.Equal(options.Histories, report.Histories);
    }
}
