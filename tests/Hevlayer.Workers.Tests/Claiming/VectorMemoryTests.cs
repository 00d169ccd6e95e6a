using System.Globalization;

namespace Hevlayer.Workers.Tests;

/// <summary>Vectors of four KiB each, of ten chunks a document: what they take, and what their bodies take, has a limit.</summary>
public sealed class VectorMemoryTests
{
    private const int Documents = 12;
    private const int Chunks = 10;

    private readonly Bench _bench = new();

    public VectorMemoryTests()
    {
        for (var number = 0; number < Documents; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"d{number}");
            _bench.Gateway.Stage(id, [.. Enumerable.Range(0, Chunks).Select(index => new Chunk { Id = $"{id}-{index}", Text = "text" })]);
        }
    }

    [Fact]
    public void Vectors_OfManyDocuments_StayWithinTheLimit()
    {
        var handler = new ProbedHandler(TimeSpan.FromSeconds(1));
        var worker = _bench.Start(handler, static options => options.MaxBufferedBytes = 100 * 1024);

        _bench.RunUntil(() => worker.Status.Completed == Documents);

        Assert.Equal(2, handler.MostRunning);
    }

    [Fact]
    public void Bodies_OfManyDocuments_StayWithinTheLimitAndAreCut()
    {
        var (underWay, most) = (0, 0);
        var worker = _bench.Start(WorkHandler.Large(), static options => (options.MaxBufferedBytes, options.MaxWriteBytes) = (80_000, 30_000));
        worker.Gateway.Script = call =>
        {
            if (call.Kind != CallKind.WriteRows)
            {
                return null;
            }

            most = Math.Max(most, ++underWay);
            _bench.Time.After(TimeSpan.FromSeconds(1) + Trouble.OneWay, () => underWay--);
            return new Trouble { Back = TimeSpan.FromSeconds(1) };
        };

        _bench.RunUntil(() => worker.Status.Completed == Documents);

        // Two rows fit into a body, three bodies into the limit.
        Assert.Equal(Documents * Chunks / 2, worker.Gateway.Of(CallKind.WriteRows).Count);
        Assert.InRange(most, 2, 3);
    }

    [Fact]
    public void Chunks_SmallerThanExpected_LeaveTheirRoomToOthersAtOnce()
    {
        var handler = WorkHandler.Taking(TimeSpan.FromSeconds(10));
        var worker = _bench.Start(handler, static options => options.MaxBufferedBytes = 128 * 1024);

        _bench.Run(TimeSpan.FromSeconds(5));

        Assert.Equal(Documents, handler.Given.Count);
        Assert.Equal(0, worker.Status.Completed);
    }
}
