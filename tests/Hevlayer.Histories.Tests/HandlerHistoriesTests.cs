using Hevlayer.Workers;
using Hevlayer.Workers.Simulation;

namespace Hevlayer.Histories.Tests;

/// <summary>What the simulation says of handlers, good and bad, that others write.</summary>
public sealed class HandlerHistoriesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Handler_OfOneRowADocument_KeepsItsPromises()
    {
        var report = Run(static () => new ScriptedHandler(static async (document, cancellationToken) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(2), document.Clock, cancellationToken);
            return Rows(document, document.Chunks.Count);
        }));

        report.ThrowIfBroken();
        Assert.True(report.Indexed > 0);
    }

    [Fact]
    public void Handler_RowsDifferFromRunToRun_IsNoticed()
    {
        var calls = 0;

        var report = Run(() => new ScriptedHandler((document, _) => Task.FromResult(Rows(document, ++calls))));

        Assert.Contains(report.Broken[0].Violations, static violation => violation.Contains("in a clean run", StringComparison.Ordinal));
    }

    [Fact]
    public void Handler_IdsDifferFromRunToRun_IsNoticed()
    {
        var calls = 0;

        var report = Run(() => new ScriptedHandler((document, _) => Task.FromResult(
            DocumentOutcome.Index([new() { Id = $"{document.Id}-{++calls}", Vector = new float[] { 1 } }]))));

        Assert.Contains(report.Broken[0].Violations, static violation => violation.Contains("is in no clean run", StringComparison.Ordinal));
    }

    [Fact]
    public void Handler_GoesToTheThreadPool_IsNoticed()
    {
        var report = Run(static () => new ScriptedHandler(static async (document, cancellationToken) =>
        {
            await Task.Run(static () => { }, cancellationToken);
            return Rows(document, 1);
        }));

        AssertLeftThread(report);
    }

    [Fact]
    public void Handler_WaitsInRealTime_IsNoticed()
    {
        var report = Run(static () => new ScriptedHandler(static async (document, cancellationToken) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
            return Rows(document, 1);
        }));

        Assert.Equal(report.Histories, report.Broken.Count);
        AssertLeftThread(report);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Handler_NeverEnds_IsNoticed(bool listens)
    {
        var report = Run(() => new ScriptedHandler(async (document, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, document.Clock, listens ? cancellationToken : CancellationToken.None);
            return Rows(document, 1);
        }));

        Assert.Equal(report.Histories, report.Broken.Count);
        Assert.Contains(report.Broken[0].Violations, static violation => violation.Contains("is sound and was failed: The handler did not end within", StringComparison.Ordinal));
    }

    [Fact]
    public void Handler_GivesUpOnSoundDocuments_IsNoticedWithItsReason()
    {
        var report = Run(static () => new ScriptedHandler(static (_, _) => throw new NotSupportedException("not yet")));

        Assert.Contains(report.Broken[0].Violations, static violation => violation.Contains("was failed: NotSupportedException: not yet", StringComparison.Ordinal));
        var exception = Assert.Throws<SimulationException>(report.ThrowIfBroken);
        Assert.Equal(report.Broken[0].Seed, exception.Seed);
        Assert.Contains($"Seed {exception.Seed}", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Whatever ends the work early, it calls the document done.</summary>
    [Fact]
    public void Handler_SwallowsEveryErrorAndMovesOn_IsNoticed()
    {
        var report = WorkerSimulation.Run(
            new()
            {
                Histories = 200,
                MaxBroken = 1,
                Handler = static () => new ScriptedHandler(static async (document, cancellationToken) =>
                {
                    try
                    {
                        await Task.Delay(TimeSpan.FromSeconds(2), document.Clock, cancellationToken);
                        return DocumentOutcome.Index([.. document.Chunks.Select(static chunk => new VectorEntry { Id = chunk.Id, Vector = new float[] { 1 } })]);
                    }
                    catch (Exception)
                    {
                        return DocumentOutcome.MoveTo("indexed");
                    }
                }),
            },
            Token);

        Assert.Contains(Assert.Single(report.Broken).Violations, static violation => violation.Contains("lacks the rows", StringComparison.Ordinal));
    }

    [Fact]
    public void Handler_RestagesWithoutEnd_IsBrokenOffAndNoticed()
    {
        var report = WorkerSimulation.Run(
            new()
            {
                Histories = 20,
                Handler = static () => new ScriptedHandler(static (document, _) => Task.FromResult(DocumentOutcome.Restage(document.Chunks))),
            },
            Token);

        Assert.Equal(20, report.Broken.Count);
        Assert.Contains(report.Broken[0].Violations, static violation => violation.Contains("was restaged 51 times by its handlers", StringComparison.Ordinal));
    }

    // Hours of the simulation may pass before the other thread comes back; then the handler was too late.
    private static void AssertLeftThread(SimulationReport report) => Assert.Contains(
        report.Broken.SelectMany(static broken => broken.Violations),
        static violation => violation.Contains("outside the thread", StringComparison.Ordinal) || violation.Contains("did not end within", StringComparison.Ordinal));

    private static DocumentOutcome Rows(DocumentContext document, float number) =>
        DocumentOutcome.Index([new() { Id = document.Id, Vector = new[] { number } }]);

    private static SimulationReport Run(Func<IDocumentHandler> handler) => WorkerSimulation.Run(
        new()
        {
            Histories = 10,
            Handler = handler,
            Documents = static random => [.. Enumerable.Range(1, 5).Select(number => new SimulatedDocument($"document-{number}", Chunks(random, number)))],
        },
        Token);

    private static Chunk[] Chunks(Random random, int number) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(index => new Chunk { Id = $"document-{number}-{index}", Text = "text" })];
}
