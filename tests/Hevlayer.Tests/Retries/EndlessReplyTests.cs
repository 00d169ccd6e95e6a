using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tests.Retries;

/// <summary>A reply that always has more ends at a size or at the time of its call, as an error of the client.</summary>
public sealed class EndlessReplyTests
{
    private const long Limit = 100_000;

    // A whole gzip file of no bytes.
    private static readonly byte[] EmptyPart = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    [Theory]
    [InlineData("[{\"id\":\"c\",\"text\":\"", 'x')]
    [InlineData("[", ' ')]
    [InlineData("[[[[", '[')]
    public async Task Reply_NeverEnds_IsGivenUpAtTheLimit(string start, char more)
    {
        long sent = 0;
        using var client = TestClients.Over(
            new StubHandler((_, _) => Reply.Stream(Endless(start, more, bytes => sent += bytes))),
            configure: static options => options.MaxReplyBytes = Limit);

        var error = await Assert.ThrowsAnyAsync<HevlayerException>(() => client.GetChunksAsync("p", "d"));

        Assert.False(error.IsTransient);
        Assert.InRange(sent, 0, 3 * Limit);
    }

    [Fact]
    public async Task Reply_LargerThanTheLimit_SaysWhichOptionLimitsIt()
    {
        using var client = TestClients.Over(
            new StubHandler((_, _) => Reply.Stream(Endless("[{\"id\":\"c\",\"text\":\"", 'x', static _ => { }))),
            configure: static options => options.MaxReplyBytes = Limit);

        var error = await Assert.ThrowsAsync<HevlayerReplyTooLargeException>(() => client.GetChunksAsync("p", "d"));

        Assert.Equal(Limit, error.Limit);
        Assert.Contains("MaxReplyBytes", error.Message, StringComparison.Ordinal);
        Assert.Equal("/v2/pipelines/{pipeline_id}/documents/{doc_id}/chunks", error.Route);
    }

    [Fact]
    public async Task Blob_LargerThanTheContractAllows_IsGivenUp()
    {
        using var client = TestClients.Over(new StubHandler((_, _) => Reply.Stream(Endless("x", 'x', static _ => { }))));

        await Assert.ThrowsAsync<HevlayerReplyTooLargeException>(async () =>
        {
            await using var stream = await client.Api.GetBlobAsync("n", "sha");
            await stream.CopyToAsync(Stream.Null);
        });
    }

    /// <summary>No read of it ever waits, so that nothing but the clock can end it.</summary>
    [Fact]
    public async Task Reply_AlwaysHasMore_EndsWithTheTimeOfItsCall()
    {
        var clock = new FakeTimeProvider();
        using var client = TestClients.Over(
            new StubHandler((_, _) => Reply.Stream(Endless("[{\"id\":\"c\",\"text\":\"", 'x', _ => clock.Advance(TimeSpan.FromMilliseconds(50))))),
            clock,
            options =>
            {
                options.TotalTimeout = options.AttemptTimeout = TimeSpan.FromMinutes(1);
                options.MaxBufferedReplyBytes = 64;
            });

        await Assert.ThrowsAsync<HevlayerTimeoutException>(() => client.GetChunksAsync("p", "d"));

        Assert.InRange(clock.GetUtcNow() - clock.Start, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1.01));
    }

    /// <summary>The start of a reply that is in memory when its reader begins; reading it takes longer than the call may.</summary>
    [Fact]
    public async Task Reply_ReadSlowlyFromMemory_EndsWithTheTimeOfItsCall()
    {
        var clock = new FakeTimeProvider();
        var reads = 0;
        using var client = TestClients.Over(
            new StubHandler((_, _) => Reply.Stream(Endless("x", 'x', _ => reads++))),
            clock,
            options => options.MaxBufferedReplyBytes = 64 * 1024);
        await using var stream = await client.Api.GetBlobAsync("n", "sha");
        clock.Advance(TimeSpan.FromMinutes(2));

        await Assert.ThrowsAsync<HevlayerTimeoutException>(() => stream.ReadExactlyAsync(new byte[16]).AsTask());

        Assert.InRange(reads, 1, 100);
    }

    /// <summary>Packed parts with nothing in them: there is always more to read and never anything that was read.</summary>
    [Fact]
    public async Task CompressedReply_NeverHasAnything_EndsWithTheTimeOfItsCall()
    {
        var clock = new FakeTimeProvider();
        using var client = TestClients.Over(
            new StubHandler((_, _) =>
            {
                var reply = Reply.Stream(new ScriptedStream([], (buffer, _) =>
                {
                    clock.Advance(TimeSpan.FromMilliseconds(50));
                    EmptyPart.CopyTo(buffer);
                    return ValueTask.FromResult(EmptyPart.Length);
                }));
                reply.Content.Headers.TryAddWithoutValidation("Content-Encoding", "gzip");
                return reply;
            }),
            clock,
            options => options.TotalTimeout = options.AttemptTimeout = TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<HevlayerTimeoutException>(() => client.GetChunksAsync("p", "d"));

        Assert.InRange(clock.GetUtcNow() - clock.Start, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1.01));
    }

    private static ScriptedStream Endless(string start, char more, Action<int> onRead) => new(
        System.Text.Encoding.UTF8.GetBytes(start),
        (buffer, _) =>
        {
            var count = Math.Min(buffer.Length, 8192);
            buffer.Span[..count].Fill((byte)more);
            onRead(count);
            return ValueTask.FromResult(count);
        });
}
