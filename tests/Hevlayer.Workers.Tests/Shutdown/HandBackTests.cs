using System.Net;
using CsCheck;
using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers.Tests;

/// <summary>Twenty seconds to drain, two to listen, five to hand back.</summary>
public sealed class HandBackTests
{
    private readonly Bench _bench = new();

    [Fact]
    public void Release_GatewayHasTrouble_IsRepeated()
    {
        _bench.StageMany(3);
        var worker = LongWork();
        worker.Gateway.Script = call => call.Kind == CallKind.Move && _bench.Now < worker.StoppedAt + TimeSpan.FromSeconds(23) ? Trouble.Status(HttpStatusCode.ServiceUnavailable) : null;

        _bench.End(worker);

        Assert.All(_bench.Gateway.Documents, static document => Assert.Null(document.WorkerId));
        Assert.Equal(3, worker.Status.Released);
        var moves = worker.Gateway.Of(CallKind.Move);
        Assert.InRange(moves.Count, 4, 12);
        Assert.All(moves, static move => Assert.Equal("pending", move.Stage?.Value));
        Assert.Empty(worker.Log.Of(LogIds.NotReleased));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Release_OneCallHangs_IsGivenUpAndRepeated(bool arrives)
    {
        _bench.StageMany(3);
        var worker = LongWork();
        worker.Gateway.Script = call => call.Kind != CallKind.Move || worker.Gateway.Of(CallKind.Move).Count > 1 ? null
            : arrives ? Trouble.LostReply
            : Trouble.LostRequest;

        _bench.End(worker);

        Assert.All(_bench.Gateway.Documents, static document => Assert.Null(document.WorkerId));
        Assert.Empty(worker.Log.Of(LogIds.NotReleased));
        Assert.True(worker.EndedAt - worker.StoppedAt < worker.Options.Shutdown.Total);
    }

    [Fact]
    public void Release_GatewayNeverAnswers_EndsInTimeAndSaysSo()
    {
        _bench.StageMany(3);
        var worker = LongWork();
        worker.Gateway.Script = static call => call.Kind == CallKind.Move ? Trouble.LostRequest : null;

        _bench.End(worker);

        Assert.InRange(worker.EndedAt!.Value - worker.StoppedAt, TimeSpan.FromSeconds(27), TimeSpan.FromSeconds(27.1));
        var entry = Assert.Single(worker.Log.Of(LogIds.NotReleased));
        Assert.Equal(LogLevel.Error, entry.Level);
        Assert.StartsWith("3 documents", entry.Text, StringComparison.Ordinal);
        Assert.Equal(0, worker.Status.Released);
        _bench.Run(TimeSpan.FromMinutes(1));
        Assert.All(_bench.Gateway.Documents, static document => Assert.Equal("pending", document.Stage));
    }

    [Fact]
    public void Release_UnbegunOnesCannotBeHandedBackAtOnce_DoesNotHoldUpTheOthers()
    {
        _bench.StageMany(3);
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(10)), static options => options.MaxConcurrentDocuments = 1);
        _bench.Run(TimeSpan.FromSeconds(5));
        worker.Gateway.Script = static call => call.Kind == CallKind.Move && call.Stage == DocumentStage.Pending ? Trouble.LostRequest : null;

        _bench.End(worker);

        Assert.Equal("indexed", _bench.StageOf("d1"));
        Assert.Equal(1, worker.Status.Completed);
    }

    [Fact]
    public void Release_LeaseIsLostMeanwhile_LeavesTheDocumentAlone()
    {
        _bench.Stage("a");
        var worker = LongWork();
        worker.Gateway.Script = static call => call.Kind == CallKind.Claim ? Trouble.Status(HttpStatusCode.ServiceUnavailable) : null;
        worker.Node.Freeze();
        _bench.Run(TimeSpan.FromMinutes(2));
        worker.Stop();
        worker.Node.Thaw();

        _bench.RunUntil(() => worker.EndedAt is not null);

        Assert.Empty(worker.Gateway.Of(CallKind.Move));
        Assert.Equal(1, worker.Status.LeasesLost);
    }

    [Fact]
    public void Release_LeasesEndWhileItIsRepeated_IsGivenUp()
    {
        _bench.StageMany(3);
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromMinutes(30)), static options => options.Shutdown.ReleaseTime = TimeSpan.FromMinutes(3));
        _bench.Run(TimeSpan.FromSeconds(5));
        worker.Gateway.Script = static call => call.Kind is CallKind.Move or CallKind.Heartbeat ? Trouble.Status(HttpStatusCode.ServiceUnavailable) : null;

        _bench.End(worker);

        Assert.InRange(worker.EndedAt!.Value, TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(56));
    }

    [Fact]
    public void Stop_ClaimAnswersAfterTheDrainTime_HandsBackWhatItBrought()
    {
        _bench.StageMany(2);
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(1)), static options => options.Shutdown.DrainTime = TimeSpan.FromMilliseconds(50));
        worker.Gateway.Script = static _ => new Trouble { There = TimeSpan.FromMilliseconds(100), Back = TimeSpan.FromMilliseconds(100) };
        _bench.Run(TimeSpan.FromMilliseconds(120));

        _bench.End(worker);

        Assert.All(_bench.Gateway.Documents, static document => Assert.Null(document.WorkerId));
        Assert.Equal((2, 2), (worker.Status.Claimed, worker.Status.Released));
        Assert.Empty(_bench.Gateway.Rows);
    }

    [Fact]
    public void Stop_ClaimNeverAnswers_EndsInTime()
    {
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(1)));
        worker.Gateway.Script = static _ => Trouble.LostReply;
        _bench.Run(TimeSpan.FromMilliseconds(100));

        _bench.End(worker);

        Assert.True(worker.EndedAt - worker.StoppedAt <= worker.Options.Shutdown.Total);
    }

    [Fact]
    public void Stop_WhateverIsUnderWay_KeepsItsTimeAndHoldsNothing() =>
        Gen.Select(
            Gen.Int[0, 60_000].Array[1, 12],
            Gen.Int[1, 5],
            Gen.Int[0, 40_000],
            Gen.Int[0, 30],
            Gen.Int[0, 5],
            Gen.Int[1, 6],
            Gen.Int[0, 200]).Sample(
            static (times, places, stopAfter, drain, grace, release, latency) =>
            {
                var bench = new Bench();
                bench.StageMany(times.Length);
                var worker = bench.Start(
                    async (document, cancellationToken) =>
                    {
                        // Every third one does not listen.
                        var number = int.Parse(document.Id[1..], System.Globalization.CultureInfo.InvariantCulture);
                        await Task.Delay(TimeSpan.FromMilliseconds(times[number - 1]), document.Clock, number % 3 == 0 ? CancellationToken.None : cancellationToken);
                        return WorkHandler.Rows(document);
                    },
                    options =>
                    {
                        options.MaxConcurrentDocuments = places;
                        options.Shutdown.DrainTime = TimeSpan.FromSeconds(drain);
                        options.Shutdown.CancelGrace = TimeSpan.FromSeconds(grace);
                        options.Shutdown.ReleaseTime = TimeSpan.FromSeconds(release);
                    });
                worker.Gateway.Script = _ => new Trouble { There = TimeSpan.FromMilliseconds(latency), Back = TimeSpan.FromMilliseconds(latency) };
                bench.Run(TimeSpan.FromMilliseconds(stopAfter));

                bench.End(worker);

                Assert.True(worker.EndedAt - worker.StoppedAt <= worker.Options.Shutdown.Total, $"It took {worker.EndedAt - worker.StoppedAt}.");
                Assert.All(bench.Gateway.Documents, static document => Assert.Null(document.WorkerId));

                // The reply of a last release may come too late to count; then the log tells of it.
                var untold = worker.Status.Claimed - bench.Gateway.Documents.Count(static document => document.Stage == "indexed") - worker.Status.Released;
                Assert.Equal(untold, worker.Log.Of(LogIds.NotReleased).Sum(static entry => int.Parse(entry.Text.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
                Assert.All(bench.Gateway.Documents.Where(static document => document.Stage == "indexed"), document => Assert.Contains($"{document.Id}-0", bench.Gateway.Rows));
            },
            iter: 200);

    private BenchWorker LongWork()
    {
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromMinutes(30)));
        _bench.Run(TimeSpan.FromSeconds(5));
        return worker;
    }
}
