namespace Hevlayer.Workers.Tests.Sources;

public sealed class StagingTests
{
    private readonly SourceBench _bench = new();

    [Fact]
    public void Message_WithText_IsStagedInChunksAndAcknowledged()
    {
        _bench.Queue.Send(new Update("a", "one|two|three"));
        var worker = _bench.Start();

        _bench.RunUntilEmpty();

        var staged = Assert.Single(_bench.Shelf.Staged);
        Assert.Equal("a", staged.DocumentId);
        Assert.Equal(["a-0", "a-1", "a-2"], staged.Chunks.Select(static chunk => chunk.Id));
        Assert.Equal(["one", "two", "three"], staged.Chunks.Select(static chunk => chunk.Text));
        Assert.Equal(1, worker.Status.Completed);
        Assert.Empty(_bench.Queue.Of(QueueAction.Reject));
    }

    [Fact]
    public void Message_WhileItIsStaged_IsNotAcknowledged()
    {
        _bench.Shelf.Takes = TimeSpan.FromSeconds(30);
        _bench.Queue.Send("a");
        _bench.Start();

        _bench.RunUntilEmpty();

        Assert.True(Assert.Single(_bench.Queue.Of(QueueAction.Acknowledge)).At >= _bench.Shelf.Staged[0].Until);
    }

    [Fact]
    public void Message_ThatComesTwice_HasTheSameChunks()
    {
        _bench.Queue.Send(new Update("a", "x|y"), new Update("a", "x|y"));
        _bench.Start();

        _bench.RunUntilEmpty();

        Assert.Equal(2, _bench.Shelf.Staged.Count);
        Assert.Equal(_bench.Shelf.Staged[0].Chunks, _bench.Shelf.Staged[1].Chunks);
    }

    [Fact]
    public void Metadata_OfTheDocument_IsThatOfEachChunk()
    {
        _bench.Queue.Send("a");
        _bench.Start(static (message, _) => Task.FromResult<SourceDocument?>(SourceDocument.OfText(message.Body.Text, new() { ["page"] = 3 })));

        _bench.RunUntilEmpty();

        Assert.All(_bench.Shelf.Staged[0].Chunks, static chunk => Assert.Equal(3, chunk.Metadata!.Value.AsMap().GetInt64("page")));
    }

    [Fact]
    public void Mapper_GivesChunks_AreStagedAsTheyAre()
    {
        Chunk[] chunks = [new() { Id = "first" }, new() { Id = "second", Text = "text" }];
        _bench.Queue.Send("a");
        _bench.Start((_, _) => Task.FromResult<SourceDocument?>(SourceDocument.OfChunks(chunks)));

        _bench.RunUntilEmpty();

        Assert.Equal(chunks, _bench.Shelf.Staged[0].Chunks);
    }

    [Fact]
    public void Mapper_GivesNothing_AcknowledgesAndStagesNothing()
    {
        _bench.Queue.Send("a");
        var worker = _bench.Start(static (_, _) => Task.FromResult<SourceDocument?>(null));

        _bench.RunUntilEmpty();

        Assert.Empty(_bench.Shelf.Calls);
        Assert.Equal(1, worker.Status.Skipped);
        Assert.Equal(0, worker.Status.Completed);
        Assert.Empty(_bench.Queue.DeadLetters);
    }

    [Fact]
    public void Mapper_WorksOnManyMessages_AtOneTimeUpToTheLimit()
    {
        var running = 0;
        var most = 0;
        _bench.Queue.Send(Enumerable.Range(0, 20).Select(static number => $"d{number}"));
        _bench.Start(
            async (message, cancellationToken) =>
            {
                most = Math.Max(most, ++running);
                await _bench.PauseAsync(TimeSpan.FromSeconds(5), cancellationToken);
                running--;
                return SourceDocument.OfText(message.Body.Text);
            },
            static options => options.MaxConcurrentDocuments = 3);

        _bench.RunUntilEmpty();

        Assert.Equal(3, most);
        Assert.Equal(20, _bench.Shelf.Staged.Count);
    }
}
