using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hevlayer.Workers.Tests;

public sealed class SpansTests : IDisposable
{
    private readonly string _pipeline = $"pipeline-{Guid.NewGuid()}";
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;
    private readonly Bench _bench = new();

    public SpansTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == WorkerDiagnostics.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (Equals(activity.GetTagItem("messaging.destination.name"), _pipeline))
                {
                    _ended.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    [Fact]
    public void Attempts_EachHasASpanThatSaysHowItEnded()
    {
        _bench.Gateway.Stage("a", [new() { Id = "a-0", Text = "one" }, new() { Id = "a-1", Text = "two" }]);
        var worker = _bench.Start(
            static (document, _) => document.Attempt == 1 ? throw new IOException("no") : Task.FromResult(WorkHandler.Rows(document)),
            options => options.PipelineId = _pipeline);

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.Equal(2, _ended.Count);
        Assert.All(_ended, span =>
        {
            Assert.Equal("process document", span.OperationName);
            Assert.Equal(ActivityKind.Consumer, span.Kind);
            Assert.Equal("hevlayer", span.GetTagItem("messaging.system"));
            Assert.Equal("process", span.GetTagItem("messaging.operation.type"));
            Assert.Equal(_pipeline, span.GetTagItem("messaging.destination.name"));
            Assert.Equal("a", span.GetTagItem("messaging.message.id"));
            Assert.Equal(2, span.GetTagItem("messaging.batch.message_count"));
            Assert.Empty(span.Links);
        });
        Assert.Equal([1, 2], _ended.Select(static span => span.GetTagItem("hevlayer.attempt")));
        Assert.Equal(["handler", null], _ended.Select(static span => span.GetTagItem("error.type")));
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], _ended.Select(static span => span.Status));
    }

    [Fact]
    public void Attempt_DocumentWasStagedInATrace_LinksToIt()
    {
        Assert.True(ActivityContext.TryParse("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", null, out var staged));
        _bench.Gateway.Stage("a", [Carrying("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")]);
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(1)), options => options.PipelineId = _pipeline);

        _bench.RunUntil(() => worker.Status.Completed == 1);

        var link = Assert.Single(Assert.Single(_ended).Links);
        Assert.Equal(staged.TraceId, link.Context.TraceId);
        Assert.Equal(staged.SpanId, link.Context.SpanId);
        Assert.True(link.Context.IsRemote);
    }

    [Fact]
    public void Handler_CallsFromIt_BelongToTheSpanOfItsAttempt()
    {
        _bench.Stage("a");
        var current = string.Empty;
        var worker = _bench.Start(
            async (document, cancellationToken) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(1), document.Clock, cancellationToken);
                current = Activity.Current?.Id;
                return WorkHandler.Rows(document);
            },
            options => options.PipelineId = _pipeline);

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.Equal(Assert.Single(_ended).Id, current);
    }

    [Theory]
    [InlineData("not a trace")]
    [InlineData("")]
    public void Trace_NotReadable_IsPassedOver(string text) => Assert.Null(StagedTrace.Of([Carrying(text)]));

    [Fact]
    public void Trace_NoChunkOrOtherMetadata_IsPassedOver()
    {
        Assert.Null(StagedTrace.Of([]));
        Assert.Null(StagedTrace.Of([new() { Id = "a" }]));
        Assert.Null(StagedTrace.Of([new() { Id = "a", Metadata = "text" }]));
        Assert.Null(StagedTrace.Of([new() { Id = "a", Metadata = new AttributeMap { ["page"] = 3 } }]));
    }

    [Fact]
    public void Trace_OntoChunks_IsReadBackFromThem()
    {
        using var activity = new Activity("staging").SetIdFormat(ActivityIdFormat.W3C).Start();
        Chunk[] chunks = [new() { Id = "a", Text = "one", Metadata = new AttributeMap { ["page"] = 3 } }, new() { Id = "b", Text = "two" }];

        var carrying = StagedTrace.Onto(chunks);

        Assert.Equal(activity.Context.TraceId, StagedTrace.Of(carrying)?.TraceId);
        Assert.Equal(activity.SpanId, StagedTrace.Of(carrying)?.SpanId);
        Assert.Equal(["page", "traceparent"], carrying[0].Metadata!.Value.AsMap().Select(static field => field.Key));
        Assert.Equal("one", carrying[0].Text);
        Assert.Same(chunks[1], carrying[1]);
    }

    [Fact]
    public void Trace_NothingToCarryOrNowhereToPutIt_LeavesChunksAlone()
    {
        Chunk[] plain = [new() { Id = "a" }];
        Activity.Current = null;
        Assert.Same(plain, StagedTrace.Onto(plain));

        using var activity = new Activity("staging").SetIdFormat(ActivityIdFormat.W3C).Start();
        Assert.Empty(StagedTrace.Onto([]));
        Chunk[] carrying = [Carrying("kept")];
        Assert.Same(carrying, StagedTrace.Onto(carrying));
        Chunk[] other = [new() { Id = "a", Metadata = "text" }];
        Assert.Same(other, StagedTrace.Onto(other));
    }

    public void Dispose() => _listener.Dispose();

    private static Chunk Carrying(string trace) => new() { Id = "a-0", Text = "one", Metadata = new AttributeMap { ["traceparent"] = trace } };
}
