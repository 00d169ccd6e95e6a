using Hevlayer.Workers;

namespace Hevlayer.Indexer.Tests;

/// <summary>The source over the protocol of SQS, against a server.</summary>
[Collection(IndexerCollection.Name)]
public sealed class SqsSourceTests(SqsServer sqs)
{
    private const string Kettle = """{"id":"kettle","text":"A red kettle."}""";

    private static readonly ReceiveContext UpToTen = new() { Limit = 10 };
    private static readonly TimeSpan ShortLease = TimeSpan.FromSeconds(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Receive_GivesTheDocumentWithItsLeaseAndItsCount()
    {
        var (source, queue, _) = await OpenAsync(TimeSpan.FromSeconds(30));
        await queue.SendAsync(Kettle, Token);

        var message = Assert.Single(await source.ReceiveAsync(UpToTen, Token));

        Assert.Equal(new ProductUpdate("kettle", "A red kettle."), message.Body);
        Assert.Equal((1, TimeSpan.FromSeconds(30), null, null), (message.ReceiveCount, message.Lease, message.Problem, message.TraceParent));
        Assert.Equal((0, 1), await queue.CountAsync(Token));
    }

    [Fact]
    public async Task Receive_Again_CountsTheReceipts()
    {
        var (source, queue, _) = await OpenAsync();
        await queue.SendAsync(Kettle, Token);
        var first = Assert.Single(await source.ReceiveAsync(UpToTen, Token));
        await source.RejectAsync(first, Rejection.ComeBack("Not yet.", TimeSpan.Zero), Token);

        var second = Assert.Single(await source.ReceiveAsync(UpToTen, Token));

        Assert.Equal((first.Id, 2), (second.Id, second.ReceiveCount));
    }

    [Fact]
    public async Task Receive_WithTraceParent_TellsIt()
    {
        const string TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var (source, queue, _) = await OpenAsync();
        await queue.SendAsync(Kettle, Token, TraceParent);

        Assert.Equal(TraceParent, Assert.Single(await source.ReceiveAsync(UpToTen, Token)).TraceParent);
    }

    [Theory]
    [InlineData("this is no JSON")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"","text":"A red kettle."}""")]
    [InlineData("""{"id":"kettle"}""")]
    [InlineData("""{"id":"kettle","text":null}""")]
    public async Task Receive_BodyThatIsNoDocument_SaysSoAndQuotesNothingOfIt(string body)
    {
        var (source, queue, _) = await OpenAsync();
        await queue.SendAsync(body, Token);

        var message = Assert.Single(await source.ReceiveAsync(UpToTen, Token));

        Assert.StartsWith("The message is no document: ", message.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("kettle", message.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receive_OfMoreThanTen_GivesTenATime()
    {
        var (source, queue, _) = await OpenAsync();
        for (var number = 0; number < 12; number++)
        {
            await queue.SendAsync($$"""{"id":"product-{{number}}","text":""}""", Token);
        }

        var first = await source.ReceiveAsync(new() { Limit = 50 }, Token);
        var second = await source.ReceiveAsync(new() { Limit = 50 }, Token);

        Assert.Equal((10, 2), (first.Count, second.Count));
        Assert.Equal(12, first.Concat(second).Select(static message => message.Body.Id).Distinct().Count());
    }

    [Fact]
    public async Task Receive_FromAnEmptyQueue_WaitsForAMessageToCome()
    {
        var (source, queue, _) = await OpenAsync(longPoll: TimeSpan.FromSeconds(20));

        var receive = source.ReceiveAsync(UpToTen, Token);
        await queue.SendAsync(Kettle, Token);

        Assert.Equal("kettle", Assert.Single(await receive).Body.Id);
    }

    [Fact]
    public async Task Receive_FromAQueueThatStaysEmpty_GivesNothingAfterTheLongPoll()
    {
        var (source, _, _) = await OpenAsync(longPoll: TimeSpan.FromSeconds(1));
        var started = TimeProvider.System.GetTimestamp();

        Assert.Empty(await source.ReceiveAsync(UpToTen, Token));

        Assert.True(TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(0.9));
    }

    [Fact]
    public async Task Acknowledge_TakesTheMessageOutAndBearsRepetition()
    {
        var (source, queue, _) = await OpenAsync();
        await queue.SendAsync(Kettle, Token);
        var message = Assert.Single(await source.ReceiveAsync(UpToTen, Token));

        await source.AcknowledgeAsync(message, Token);
        await source.AcknowledgeAsync(message, Token);

        Assert.Equal((0, 0), await queue.CountAsync(Token));
    }

    [Fact]
    public async Task Reject_WithADelay_BringsTheMessageBackAfterIt()
    {
        var (source, queue, _) = await OpenAsync(longPoll: TimeSpan.FromSeconds(5));
        await queue.SendAsync(Kettle, Token);
        var message = Assert.Single(await source.ReceiveAsync(UpToTen, Token));
        var started = TimeProvider.System.GetTimestamp();

        await source.RejectAsync(message, Rejection.ComeBack("Later.", TimeSpan.FromSeconds(0.5)), Token);
        var again = Assert.Single(await source.ReceiveAsync(UpToTen, Token));

        // SQS knows whole seconds.
        Assert.True(TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(0.9));
        Assert.Equal(message.Id, again.Id);
    }

    [Fact]
    public async Task Reject_WithADelayBeyondTheLongest_HidesTheMessageAsLongAsItCan()
    {
        var (source, queue, _) = await OpenAsync();
        await queue.SendAsync(Kettle, Token);
        var message = Assert.Single(await source.ReceiveAsync(UpToTen, Token));

        await source.RejectAsync(message, Rejection.ComeBack("Next week.", TimeSpan.FromDays(7)), Token);

        Assert.Equal((0, 1), await queue.CountAsync(Token));
    }

    [Fact]
    public async Task Reject_ForGood_PutsTheBodyAsideWithTheReason()
    {
        var (source, queue, deadLetters) = await OpenAsync();
        await queue.SendAsync(Kettle, Token);
        var message = Assert.Single(await source.ReceiveAsync(UpToTen, Token));

        await source.RejectAsync(message, Rejection.DeadLetter("It has no handle."), Token);

        var dead = Assert.Single(await deadLetters.TakeAllAsync(Token));
        Assert.Equal((Kettle, "It has no handle."), (dead.Body, dead.MessageAttributes["rejection"].StringValue));
        Assert.Equal((0, 0), await queue.CountAsync(Token));
    }

    [Fact]
    public async Task Reject_ForGoodWithoutAPlaceForIt_LeavesTheMessageToItsQueue()
    {
        var queue = await sqs.CreateQueueAsync(Token);
        var source = new SqsSource(sqs.Client, new(new(queue.Url), DeadLetterUrl: null) { LongPoll = TimeSpan.Zero });
        await queue.SendAsync(Kettle, Token);
        var message = Assert.Single(await source.ReceiveAsync(UpToTen, Token));

        await source.RejectAsync(message, Rejection.DeadLetter("It has no handle."), Token);

        Assert.Equal((0, 1), await queue.CountAsync(Token));
    }

    [Fact]
    public async Task Extend_HoldsTheMessageBeyondItsLease()
    {
        var (source, queue, _) = await OpenAsync(ShortLease);
        await queue.SendAsync(Kettle, Token);
        var message = Assert.Single(await source.ReceiveAsync(UpToTen, Token));

        await source.ExtendAsync(message, TimeSpan.FromMinutes(5), Token);
        await Eventually.PauseAsync(ShortLease * 1.2, Token);

        Assert.Empty(await source.ReceiveAsync(UpToTen, Token));
    }

    [Fact]
    public async Task Settling_AMessageThatAnotherHas_SaysThatItIsLost()
    {
        var (source, queue, _) = await OpenAsync(ShortLease, longPoll: TimeSpan.FromSeconds(5));
        await queue.SendAsync(Kettle, Token);
        var lost = Assert.Single(await source.ReceiveAsync(UpToTen, Token));
        Assert.Equal(lost.Id, Assert.Single(await source.ReceiveAsync(UpToTen, Token)).Id);

        await Assert.ThrowsAsync<MessageLostException>(() => source.ExtendAsync(lost, ShortLease, Token));
        await Assert.ThrowsAsync<MessageLostException>(() => source.RejectAsync(lost, Rejection.ComeBack("Not yet.", TimeSpan.Zero), Token));
    }

    [Fact]
    public async Task Settling_AMessageThatIsGone_SaysThatItIsLost()
    {
        var (source, queue, _) = await OpenAsync();
        await queue.SendAsync(Kettle, Token);
        var message = Assert.Single(await source.ReceiveAsync(UpToTen, Token));
        await source.AcknowledgeAsync(message, Token);

        await Assert.ThrowsAsync<MessageLostException>(() => source.ExtendAsync(message, ShortLease, Token));
    }

    private async Task<(SqsSource Source, SqsQueueProbe Queue, SqsQueueProbe DeadLetters)> OpenAsync(TimeSpan? lease = null, TimeSpan longPoll = default)
    {
        var (queue, deadLetters) = (await sqs.CreateQueueAsync(Token), await sqs.CreateQueueAsync(Token));
        var address = new SqsQueue(new(queue.Url), new(deadLetters.Url)) { LongPoll = longPoll };
        return (new(sqs.Client, address with { VisibilityTimeout = lease ?? address.VisibilityTimeout }), queue, deadLetters);
    }
}
