using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hevlayer.Workers.Tests.Sources;

public sealed class SourceTelemetryTests : IDisposable
{
    private const string Sender = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private readonly string _pipeline = $"p-{Guid.NewGuid():N}";
    private readonly SourceBench _bench = new();
    private readonly List<Activity> _spans = [];
    private readonly List<(string Name, double Value, string Tags)> _measured = [];
    private readonly ActivityListener _spanListener;
    private readonly MeterListener _meterListener = new();

    public SourceTelemetryTests()
    {
        _spanListener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == WorkerDiagnostics.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(_spanListener);
        _meterListener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == WorkerDiagnostics.MeterName && instrument.Name.StartsWith("hevlayer.source.", StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meterListener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _meterListener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _meterListener.Start();
    }

    public void Dispose()
    {
        _spanListener.Dispose();
        _meterListener.Dispose();
    }

    [Fact]
    public void Staging_IsASpan_ThatTheFirstChunkCarriesAndThatLinksToTheSender()
    {
        _bench.Queue.Send(new Update("a"), problem: null, Sender);
        _bench.Start(Pipeline);

        _bench.RunUntilEmpty();

        var span = Assert.Single(_spans);
        Assert.Equal(("stage document", ActivityKind.Producer, "a"), (span.OperationName, span.Kind, span.GetTagItem("messaging.message.id")));
        Assert.Equal("b7ad6b7169203331", Assert.Single(span.Links).Context.SpanId.ToHexString());
        var chunks = _bench.Shelf.Staged[0].Chunks;
        Assert.Equal(span.Id, chunks[0].Metadata!.Value.AsMap().GetString("traceparent"));
        Assert.Null(chunks[1].Metadata);
    }

    [Fact]
    public void Staging_TraceIsNotCarried_LeavesTheChunksAlone()
    {
        _bench.Queue.Send("a");
        _bench.Start(options =>
        {
            Pipeline(options);
            options.CarryTrace = false;
        });

        _bench.RunUntilEmpty();

        Assert.Single(_spans);
        Assert.Null(_bench.Shelf.Staged[0].Chunks[0].Metadata);
    }

    [Fact]
    public void Staging_Fails_IsASpanWithItsError()
    {
        _bench.Queue.Send("a");
        _bench.Start(static (_, _) => throw new DocumentRejectedException("bad"), Pipeline);

        _bench.RunUntilEmpty();

        var span = Assert.Single(_spans);
        Assert.Equal((ActivityStatusCode.Error, "rejected"), (span.Status, span.GetTagItem("error.type")));
    }

    [Fact]
    public void Work_OfEachKind_IsCounted()
    {
        _bench.Queue.Send(new Update("a", "1|2|3"), new Update("skipped", "skip"), new Update("bad", string.Empty), new Update("flaky", "fail"));
        _bench.Start(
            static (message, _) => message.Body.Text switch
            {
                "skip" => Task.FromResult<SourceDocument?>(null),
                "fail" when message.ReceiveCount == 1 => throw new InvalidOperationException("flaky"),
                var text => Task.FromResult<SourceDocument?>(SourceDocument.OfText(text)),
            },
            Pipeline);

        _bench.RunUntilEmpty();

        Assert.Equal(5, Sum("messages.received"));
        Assert.Equal(0, Sum("messages.held"));
        Assert.Equal(2, Sum("documents.staged"));
        Assert.Equal(1, Sum("messages.skipped"));
        Assert.Equal([1, 3], Values("document.chunks").Order());
        Assert.Equal(2, Values("stage.duration").Count());
        Assert.All(Values("stage.duration"), static seconds => Assert.Equal(0.01, seconds, 0.001));
        Assert.Equal(["dead_letter rejected", "come_back handler"], Tags("messages.rejected").OrderDescending());
        Assert.Equal(["handler", "rejected"], Tags("attempts.failed").Order());
    }

    [Fact]
    public void Renewals_ThatFailAndLostMessages_AreCounted()
    {
        _bench.Queue.Script = static call => call.Action == QueueAction.Extend ? QueueFate.Fails : null;
        _bench.Queue.Send("a");
        _bench.Shelf.Takes = TimeSpan.FromMinutes(5);
        var worker = _bench.Start(Pipeline);

        _bench.RunUntil(() => worker.Status.LeasesLost == 1);

        Assert.Equal(1, Sum("leases.lost"));
        Assert.InRange(Sum("renewals.failed"), 4, 12);
    }

    private void Pipeline(SourceWorkerOptions options) => options.PipelineId = _pipeline;

    private double Sum(string name) => Values(name).Sum();

    private IEnumerable<double> Values(string name) => _measured.Where(measured => measured.Name == $"hevlayer.source.{name}").Select(static measured => measured.Value);

    private IEnumerable<string> Tags(string name) => _measured.Where(measured => measured.Name == $"hevlayer.source.{name}").Select(static measured => measured.Tags);

    private void Note(Activity span)
    {
        if (Equals(span.GetTagItem("messaging.destination.name"), _pipeline))
        {
            _spans.Add(span);
        }
    }

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var all = tags.ToArray();
        if (all.Any(tag => tag.Key == "hevlayer.pipeline" && Equals(tag.Value, _pipeline)))
        {
            _measured.Add((instrument.Name, value, string.Join(' ', all.Where(static tag => tag.Key != "hevlayer.pipeline").Select(static tag => tag.Value))));
        }
    }
}
