namespace Hevlayer.Fuzz.Tests.Replies;

/// <summary>A far end in memory that answers every request with the reply of the moment.</summary>
internal sealed class FuzzedGateway : HttpMessageHandler
{
    public const string ApiKey = "hev_live_0123456789abcdef";

    private readonly HevlayerClient _client;
    private FuzzedReply? _reply;

    public FuzzedGateway()
    {
        var options = new HevlayerClientOptions { BaseAddress = new Uri("http://gateway.test"), ApiKey = ApiKey };
        options.Retry.MaxAttempts = 1;
        _client = new HevlayerClient(options, this);
    }

    public async Task<object?> CallAsync(Hevlayer.Tests.Shared.OperationCall call, FuzzedReply reply)
    {
        _reply = reply;
        var task = call(_client.Api, CancellationToken.None);
        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } body)
        {
            await body.CopyToAsync(Stream.Null, cancellationToken);
        }

        return _reply!.ToMessage();
    }
}
