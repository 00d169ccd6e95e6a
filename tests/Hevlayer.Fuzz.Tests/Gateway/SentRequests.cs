using Hevlayer.Tests.Shared;
using Hevlayer.Wire.Tests.Contract;
using Hevlayer.Wire.Tests.Rows;

namespace Hevlayer.Fuzz.Tests.Gateway;

/// <summary>What the client sends for the smallest and the fullest call of every operation.</summary>
internal sealed class SentRequests : HttpMessageHandler
{
    private readonly List<SentRequest> _requests = [];

    private SentRequests()
    {
    }

    public static async Task<IReadOnlyList<SentRequest>> AllAsync()
    {
        using var recorder = new SentRequests();
        var options = new HevlayerClientOptions { BaseAddress = new Uri("http://gateway.test") };
        options.Retry.MaxAttempts = 1;
        using var client = new HevlayerClient(options, recorder);
        foreach (var operation in WireContract.Operations.Keys.Order(StringComparer.Ordinal))
        {
            await SendAsync(client, OperationCalls.All[operation]);
            await SendAsync(client, WireRows.All[operation].Call);
        }

        return recorder._requests;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        _requests.Add(new SentRequest(request.Method, request.RequestUri!.PathAndQuery, request.Content?.Headers.ContentType?.ToString(), content));
        return new HttpResponseMessage(System.Net.HttpStatusCode.Gone);
    }

    // What it is answered is of no interest here.
    private static async Task SendAsync(HevlayerClient client, OperationCall call) =>
        Assert.Equal(System.Net.HttpStatusCode.Gone, (await Assert.ThrowsAsync<HevlayerException>(() => call(client.Api, CancellationToken.None))).StatusCode);
}
