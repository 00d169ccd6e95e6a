using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tests.Retries;

/// <summary>Replies up to a size are read within the attempt; larger ones are streamed, and a break is an error.</summary>
public sealed class ReplySizeTests
{
    private const int Limit = 64;
    private static readonly string Large = $$"""[{"id":"c","text":"{{new string('x', 10_000)}}"}]""";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reply_LargerThanTheBuffer_IsReadAllTheSame(bool knowsItsLength)
    {
        using var client = Client(new StubHandler((_, _) => knowsItsLength
            ? Reply.Json(Large)
            : Reply.Stream(new ScriptedStream(System.Text.Encoding.UTF8.GetBytes(Large), (_, _) => ValueTask.FromResult(0)))));

        Assert.Equal(10_000, Assert.Single(await client.GetChunksAsync("p", "d")).Text!.Length);
    }

    [Theory]
    [InlineData(Limit - 1)]
    [InlineData(Limit)]
    [InlineData(Limit + 1)]
    public async Task Reply_AroundTheLimit_IsRead(int size)
    {
        using var client = Client(StubHandler.Always("[]".PadRight(size)));

        Assert.Empty(await client.GetChunksAsync("p", "d"));
    }

    [Fact]
    public async Task Reply_LargerThanTheBufferAndCut_IsAnErrorThatCountsItsAttempt()
    {
        var stub = new StubHandler((_, _) => Reply.Stream(ScriptedStream.Breaking(Large[..5000])));
        using var client = Client(stub);

        var error = await Assert.ThrowsAsync<HevlayerConnectionException>(() => client.GetChunksAsync("p", "d"));

        Assert.Single(stub.Requests);
        Assert.Equal((true, 1, "/v2/pipelines/{pipeline_id}/documents/{doc_id}/chunks"), (error.IsTransient, error.Attempts, error.Route));
    }

    [Fact]
    public async Task Reply_RawBytes_StayReadableAfterTheCall()
    {
        using var client = TestClients.Over(new StubHandler((_, _) => new HttpResponseMessage { Content = new ByteArrayContent([1, 2, 3]) }));

        var stream = await client.Api.GetBlobAsync("n", "sha");
        var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);

        Assert.Equal([1, 2, 3], bytes.ToArray());
    }

    [Fact]
    public async Task Reply_ReadIsGivenUp_ItsBufferIsNotHandedToOthers()
    {
        byte[]? lent = null;
        var clock = new FakeTimeProvider();
        var stub = new StubHandler((_, _) => Reply.Stream(new ScriptedStream([], (buffer, _) =>
        {
            // A read that ignores its cancellation and may still write later, as a slow socket does.
            lent ??= MemoryMarshal.TryGetArray<byte>(buffer, out var segment) ? segment.Array : null;
            return new ValueTask<int>(new TaskCompletionSource<int>().Task);
        })));
        using var client = TestClients.Over(stub, clock, options => options.Retry.MaxAttempts = 1);

        var rented = await Task.Run(() =>
        {
            var call = client.GetChunksAsync("p", "d");
            clock.Advance(TimeSpan.FromMinutes(1));
            _ = call.Exception;
            return Enumerable.Range(0, 64).Select(_ => ArrayPool<byte>.Shared.Rent(lent!.Length)).ToList();
        });

        Assert.DoesNotContain(rented, array => ReferenceEquals(array, lent));
    }

    private static HevlayerClient Client(StubHandler stub) =>
        TestClients.Over(stub, configure: options => options.MaxBufferedReplyBytes = Limit);
}
