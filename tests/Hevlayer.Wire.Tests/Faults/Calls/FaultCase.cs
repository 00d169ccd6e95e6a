using Hevlayer.Tests.Shared;

namespace Hevlayer.Wire.Tests.Faults;

/// <summary>One operation, called by a client of its own against a server of its own.</summary>
internal sealed class FaultCase : IAsyncDisposable
{
    private static readonly TimeSpan HangLimit = TimeSpan.FromSeconds(30);

    private readonly GatewayOperation _operation;
    private readonly HevlayerClient _client;

    private FaultCase(GatewayOperation operation, Func<int, Reply> plan, Action<HevlayerClientOptions> configure, HttpMessageHandler? handler = null)
    {
        _operation = operation;
        Server = new FaultServer(plan);
        var options = new HevlayerClientOptions { BaseAddress = Server.Address, ApiKey = Server.Key };
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(2);
        configure(options);
        _client = handler is null ? new HevlayerClient(options) : new HevlayerClient(options, handler);
    }

    public FaultServer Server { get; }

    /// <summary>The fault at every request.</summary>
    public static FaultCase Always(GatewayOperation operation, Fault fault, Action<HevlayerClientOptions> configure, int padding = GoodReply.SmallPadding)
    {
        var reply = fault.Reply(new GoodReply(operation, padding));
        var run = new FaultCase(operation, _ => reply, configure);
        if (!fault.IsRefusal)
        {
            run.Server.Listen();
        }

        return run;
    }

    /// <summary>The fault at the first request, then a healthy gateway.</summary>
    public static FaultCase Once(GatewayOperation operation, Fault fault, Action<HevlayerClientOptions> configure)
    {
        var good = new GoodReply(operation);
        return Planned(operation, number => number == 1 ? fault.Reply(good) : good.Whole, configure);
    }

    public static FaultCase Planned(GatewayOperation operation, Func<int, Reply> plan, Action<HevlayerClientOptions> configure, HttpMessageHandler? handler = null)
    {
        var run = new FaultCase(operation, plan, configure, handler);
        run.Server.Listen();
        return run;
    }

    /// <summary>Calls the operation, reads what it gives to the end, and says what went wrong; null when nothing.</summary>
    public async Task<Exception?> CallAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await CallToTheEndAsync(cancellationToken).WaitAsync(HangLimit, CancellationToken.None);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    /// <summary>Whether all connections end with the client.</summary>
    public Task<bool> LeavesNoConnectionAsync()
    {
        _client.Dispose();
        return Server.ConnectionsFallToAsync(0);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Server.DisposeAsync();
    }

    private async Task CallToTheEndAsync(CancellationToken cancellationToken)
    {
        var call = OperationCalls.All[_operation.Id](_client.Api, cancellationToken);
        await call;
        if (call is Task<Stream> bytes)
        {
            await using var stream = await bytes;
            await stream.CopyToAsync(Stream.Null, cancellationToken);
        }
    }
}
