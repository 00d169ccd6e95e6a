using System.Net;

namespace Hevlayer.Workers.Tests;

public sealed class MetricsTests : IDisposable
{
    private readonly string _pipeline = $"pipeline-{Guid.NewGuid()}";
    private readonly Bench _bench = new();
    private readonly Measurements _measurements;

    public MetricsTests() => _measurements = new Measurements(_pipeline);

    [Theory]
    [InlineData("hevlayer.worker.documents.claimed", "{document}")]
    [InlineData("hevlayer.worker.documents.completed", "{document}")]
    [InlineData("hevlayer.worker.documents.failed", "{document}")]
    [InlineData("hevlayer.worker.documents.released", "{document}")]
    [InlineData("hevlayer.worker.documents.held", "{document}")]
    [InlineData("hevlayer.worker.attempts.failed", "{attempt}")]
    [InlineData("hevlayer.worker.leases.lost", "{lease}")]
    [InlineData("hevlayer.worker.heartbeats.failed", "{heartbeat}")]
    [InlineData("hevlayer.worker.heartbeat.age", "s")]
    [InlineData("hevlayer.worker.queue.wait", "s")]
    [InlineData("hevlayer.worker.batch.size", "{text}")]
    [InlineData("hevlayer.worker.batch.fill", "1")]
    [InlineData("hevlayer.worker.embed.duration", "s")]
    [InlineData("hevlayer.worker.write.duration", "s")]
    public void Instruments_AreThereWithTheirUnits(string name, string unit)
    {
        // The instruments are made when something is measured first.
        new WorkerTelemetry(_pipeline).RenewalFailed();

        var instrument = _measurements.Instruments[name];

        Assert.Equal(unit, instrument.Unit);
        Assert.NotEmpty(instrument.Description!);
    }

    [Fact]
    public void Documents_CompletedFailedAndHandedBack_AreCounted()
    {
        _bench.StageMany(6);
        var worker = _bench.Start(
            static async (document, cancellationToken) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(document.Id is "d5" or "d6" ? 600 : 2), document.Clock, cancellationToken);
                return document.Id switch
                {
                    "d1" => DocumentOutcome.Fail("no text"),
                    "d2" => throw new IOException("no"),
                    "d3" => DocumentOutcome.MoveTo("clean"),
                    _ => WorkHandler.Rows(document),
                };
            },
            options =>
            {
                options.PipelineId = _pipeline;
                options.Retry.MaxAttempts = 3;
                options.Writes.MaxDelay = TimeSpan.Zero;
            });
        _bench.RunUntil(() => worker.Status.Failed == 2);
        Assert.Equal(2, _measurements.Sum("hevlayer.worker.documents.held"));

        _bench.End(worker);

        Assert.Equal(6, _measurements.Sum("hevlayer.worker.documents.claimed"));
        Assert.Equal(new() { ["indexed"] = 1, ["clean"] = 1 }, _measurements.SumBy("hevlayer.worker.documents.completed", "hevlayer.outcome"));
        Assert.Equal(new() { ["rejected"] = 1, ["handler"] = 1 }, _measurements.SumBy("hevlayer.worker.documents.failed", "error.type"));
        Assert.Equal(2, _measurements.Sum("hevlayer.worker.documents.released"));
        Assert.Equal(0, _measurements.Sum("hevlayer.worker.documents.held"));
        Assert.Equal(new() { ["rejected"] = 1, ["handler"] = 3 }, _measurements.SumBy("hevlayer.worker.attempts.failed", "error.type"));

        // Once a document: another attempt does not wait in the queue.
        Assert.Equal(6, _measurements.Of("hevlayer.worker.queue.wait").Count);
        Assert.All(_measurements.Of("hevlayer.worker.queue.wait"), static measured => Assert.InRange(measured.Value, 0, 1));
        Assert.All(_measurements.Of("hevlayer.worker.write.duration"), static measured => Assert.InRange(measured.Value, 0.02, 0.041));
        Assert.Equal(2, _measurements.Of("hevlayer.worker.write.duration").Count);
    }

    [Fact]
    public void Leases_HeartbeatsAndLosses_AreMeasured()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromMinutes(10)), options => options.PipelineId = _pipeline);
        worker.Gateway.Script = call => call.Kind == CallKind.Heartbeat && worker.Gateway.Of(CallKind.Heartbeat).Count is 2 or 3 ? Trouble.Status(HttpStatusCode.BadGateway) : null;
        _bench.RunUntil(() => worker.Gateway.Of(CallKind.Heartbeat).Count > 8);
        Assert.Equal(2, _measurements.Sum("hevlayer.worker.heartbeats.failed"));
        Assert.InRange(_measurements.Of("hevlayer.worker.heartbeat.age").Max(static measured => measured.Value), 20.5, 31);

        _bench.Gateway.TakeAway("a", "embedding", DocumentStage.Pending);
        _bench.RunUntil(() => worker.Status.LeasesLost == 1);

        Assert.Equal(1, _measurements.Sum("hevlayer.worker.leases.lost"));
        Assert.Equal(1, _measurements.SumBy("hevlayer.worker.attempts.failed", "error.type")["lease_lost"]);
    }

    [Fact]
    public void Attempts_TimeOutAndGateway_AreToldApart()
    {
        _bench.Stage("a");
        var worker = _bench.Start(
            static (document, cancellationToken) => document.Attempt == 2
                ? WorkHandler.Taking(TimeSpan.FromHours(1)).HandleAsync(document, cancellationToken)
                : Task.FromResult(WorkHandler.Rows(document)),
            options =>
            {
                options.PipelineId = _pipeline;
                options.HandlerTimeout = TimeSpan.FromMinutes(2);
            });
        worker.Gateway.Script = call => call.Kind == CallKind.ReadChunks && worker.Gateway.Of(CallKind.ReadChunks).Count <= 2 ? Trouble.Status(HttpStatusCode.BadGateway) : null;

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.Equal(new() { ["gateway"] = 1, ["timeout"] = 1 }, _measurements.SumBy("hevlayer.worker.attempts.failed", "error.type"));
    }

    [Fact]
    public void Batches_SizeFillAndTime_AreMeasured()
    {
        var bench = new BatchBench(static options => options.MaxBatchItems = 4, _pipeline);

        bench.Embed("a", "b", "c", "d", "e");
        bench.Run(TimeSpan.FromSeconds(1));

        Assert.Equal([4, 1], _measurements.Of("hevlayer.worker.batch.size").Select(static measured => measured.Value));
        Assert.Equal([1, 0.25], _measurements.Of("hevlayer.worker.batch.fill").Select(static measured => measured.Value));
        Assert.All(_measurements.Of("hevlayer.worker.embed.duration"), static measured => Assert.Equal(0.1, measured.Value, 0.001));
    }

    public void Dispose() => _measurements.Dispose();
}
