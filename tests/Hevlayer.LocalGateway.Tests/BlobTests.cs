using System.Net;
using System.Security.Cryptography;

namespace Hevlayer.Local.Tests;

public sealed class BlobTests : IAsyncDisposable
{
    private readonly Harness _gateway = Harness.InProcess();
    private readonly HevlayerClient _layer;

    public BlobTests() => _layer = _gateway.Client();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _layer.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Blob_IsKeptUnderItsHash()
    {
        byte[] bytes = [0x89, .. "PNG\r\n\u001a\n"u8, 1, 2, 3];

        var put = await _layer.Namespace("n").PutBlobAsync(bytes, cancellationToken: Token);

        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length), (put.Sha256, put.Size));
        Assert.Equal($"blob://n/{put.Sha256}", put.Ref);
        Assert.Equal(put, await _layer.Namespace("n").PutBlobAsync(bytes, cancellationToken: Token));
        Assert.Equal(bytes, await _layer.Namespace("n").GetBlobAsync(put.Sha256, Token));
        var reply = await _gateway.GetAsync($"/v1/namespaces/n/blobs/{put.Sha256.ToUpperInvariant()}");
        Assert.Equal(("image/png", $"\"{put.Sha256}\""), (reply.ContentType, reply.Headers["ETag"]));
        Assert.Contains("immutable", reply.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blob_ThatIsEmptyTooLargeOrUnknown_IsRefused()
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _gateway.PutAsync("/v1/namespaces/n/blobs", "")).Status);
        var large = await _gateway.PutAsync("/v1/namespaces/n/blobs", new string('x', (10 * 1024 * 1024) + 1));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "payload_too_large"), (large.Status, large.Error));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _gateway.GetAsync("/v1/namespaces/n/blobs/abc")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _gateway.GetAsync($"/v1/namespaces/n/blobs/{new string('a', 64)}")).Status);
    }

    [Fact]
    public async Task Blob_BelongsToItsNamespace()
    {
        var put = await _layer.Namespace("n").PutBlobAsync(new byte[] { 1 }, cancellationToken: Token);

        Assert.Equal(HttpStatusCode.NotFound, (await _gateway.GetAsync($"/v1/namespaces/other/blobs/{put.Sha256}")).Status);
    }
}
