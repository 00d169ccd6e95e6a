using System.Globalization;
using CsCheck;

namespace Hevlayer.Workers.Tests.Sources;

/// <summary>
/// Drawn histories of two workers at one queue: mappers that fail and take their time, a gateway and a queue in trouble,
/// lost replies, processes that stand still, and new workers for old ones.
/// </summary>
public sealed class SourceHistoryTests
{
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(20);

    [Fact]
    public void Messages_WhateverHappens_AreStagedOrPutAsideForTheirOwnFaultAlone() =>
        Gen.Int[0, 1_000_000].Sample(Run, iter: 100, threads: 1);

    private static void Run(int seed)
    {
        var random = new Random(seed);
        var bench = new SourceBench(seed: seed, longPoll: TimeSpan.FromSeconds(random.Next(3) * 10));
        var trouble = random.NextDouble() * 0.3;
        bench.Queue.Script = call => bench.Now > Calm ? null : Draw(random, trouble);
        bench.Shelf.Script = _ => bench.Now < Calm && random.NextDouble() < trouble ? new HevlayerConnectionException("down") { IsTransient = true } : null;
        for (var number = 0; number < 30; number++)
        {
            bench.Time.After(TimeSpan.FromMinutes(random.NextDouble() * 10), () => bench.Queue.Send(Drawn(random)));
        }

        var workers = new List<SourceBenchWorker> { Start(bench, random), Start(bench, random) };
        for (var change = 0; change < 4; change++)
        {
            bench.Run(TimeSpan.FromMinutes(random.NextDouble() * 4));
            Happen(bench, random, workers);
        }

        bench.RunUntil(() => bench.Now > Calm && bench.Queue.Left.Count == 0);
        bench.Run(TimeSpan.FromSeconds(1));
        Assert.All(bench.Queue.DeadLetters, static letter => Assert.StartsWith("bad", letter.DocumentId, StringComparison.Ordinal));
        Assert.DoesNotContain(bench.Shelf.StagedIds, static id => id.StartsWith("bad", StringComparison.Ordinal));
        Assert.All(
            bench.Queue.Of(QueueAction.Acknowledge).Where(static call => call.IsDone),
            call => Assert.Contains(bench.Shelf.Staged, staged => staged.DocumentId == call.DocumentId && staged.Until <= call.At));
        Assert.All(workers, worker => Assert.True(bench.End(worker) < TimeSpan.FromSeconds(21), "An idle worker took longer than its long poll to end."));
    }

    private static void Happen(SourceBench bench, Random random, List<SourceBenchWorker> workers)
    {
        var worker = workers[random.Next(workers.Count)];
        switch (random.Next(3))
        {
            case 0:
                worker.Node.Freeze();
                bench.Time.After(TimeSpan.FromMinutes(random.NextDouble() * 3), () => worker.Node.Thaw());
                break;
            case 1:
                worker.Node.Kill();
                workers.Remove(worker);
                workers.Add(Start(bench, random));
                break;
            default:
                worker.Stop();
                workers.Remove(worker);
                workers.Add(Start(bench, random));
                break;
        }
    }

    private static SourceBenchWorker Start(SourceBench bench, Random random) => bench.Start(
        async (message, cancellationToken) =>
        {
            await bench.PauseAsync(TimeSpan.FromSeconds(random.NextDouble() * 5), cancellationToken);
            return message.Body.Text switch
            {
                "fails" => throw new InvalidOperationException("fails"),
                "rejected" => throw new DocumentRejectedException("rejected"),
                var text => SourceDocument.OfText(text),
            };
        });

    private static Update Drawn(Random random)
    {
        var id = random.Next(20).ToString(CultureInfo.InvariantCulture);
        return random.Next(10) switch
        {
            0 => new($"bad-{id}", "fails"),
            1 => new($"bad-{id}", "rejected"),
            2 => new($"bad-{id}", string.Empty),
            _ => new($"good-{id}"),
        };
    }

    private static QueueFate? Draw(Random random, double trouble) => (random.NextDouble() / trouble) switch
    {
        < 0.5 => QueueFate.Fails,
        < 0.6 => QueueFate.Hangs,
        < 0.7 => new QueueFate { LosesReply = true },
        < 1 => QueueFate.After(TimeSpan.FromSeconds(random.NextDouble() * 8)),
        _ => null,
    };
}
