using System.Net;
using System.Text;

namespace Hevlayer.Tests.Wire;

/// <summary>Bodies lie in memory that is used again; nothing that is still being sent may change.</summary>
public sealed class PooledBodyTests
{
    [Fact]
    public async Task Body_StillBeingSentAfterTheCall_StaysAsItWas()
    {
        var slow = new GatedStream();
        Task? sending = null;
        using var client = new HevlayerClient(
            new() { BaseAddress = TestClients.Address },
            new SendingHandler(request =>
            {
                // Only the first body is sent so slowly, and its call does not wait for it.
                sending ??= request.Content!.CopyToAsync(slow);
            }));
        await client.PutChunksAsync("p", "first", [new() { Id = "c", Text = new string('a', 5000) }]);

        for (var call = 0; call < 50; call++)
        {
            await client.PutChunksAsync("p", "next", [new() { Id = "c", Text = new string('b', 5000) }]);
        }

        slow.Open();
        await sending!;
        Assert.Equal($$"""{"chunks":[{"id":"c","text":"{{new string('a', 5000)}}"}]}""", slow.Text);
    }

    [Fact]
    public async Task Body_SentAfterItsCallHasEnded_IsRefused()
    {
        HttpContent? kept = null;
        using var client = new HevlayerClient(new() { BaseAddress = TestClients.Address }, new SendingHandler(request => kept = request.Content));
        await client.PutChunksAsync("p", "d", [new() { Id = "c" }]);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => kept!.CopyToAsync(new MemoryStream()));
    }

    [Fact]
    public async Task Body_ThatCannotBeWritten_LeavesTheNextOneWhole()
    {
        var stub = StubHandler.Always(Reply.Ok);
        using var client = TestClients.Over(stub);
        VectorEntry[] entries = [new() { Id = "a", Vector = new float[] { 1, 2 } }, new() { Id = "b", Vector = new[] { float.NaN, 1 } }];

        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.Api.PutPipelineDocumentVectorsAsync("p", "d", new() { Vectors = entries }));
        await client.PutVectorsAsync("p", "d", entries[..1]);

        Assert.Equal("""{"vectors":[{"id":"a","vector":[1,2]}]}""", Assert.Single(stub.Requests).Body);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(100_000)]
    [InlineData(3_000_000)]
    public async Task Body_OfAnySize_IsWhole(int length)
    {
        var stub = StubHandler.Always(Reply.Staged);
        using var client = TestClients.Over(stub);
        var text = new string('x', length);

        await client.PutChunksAsync("p", "d", [new() { Id = "c", Text = text }]);

        Assert.Equal($$"""{"chunks":[{"id":"c","text":"{{text}}"}]}""", Assert.Single(stub.Requests).Body);
    }

    private sealed class SendingHandler(Action<HttpRequestMessage> send) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            send(request);
            return Task.FromResult(Reply.Json(Reply.Staged));
        }
    }

    /// <summary>Takes what is written only when it is let.</summary>
    private sealed class GatedStream : MemoryStream
    {
        private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Text => Encoding.UTF8.GetString(ToArray());

        public void Open() => _gate.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _gate.Task;
            Write(buffer.Span);
        }
    }
}
