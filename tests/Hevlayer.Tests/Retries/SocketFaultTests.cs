using System.Net;
using System.Net.Sockets;
using Hevlayer.Tests.Shared;

namespace Hevlayer.Tests.Retries;

/// <summary>The rows of the retry table that are faults of the connection, on real sockets.</summary>
public sealed class SocketFaultTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    public static TheoryData<string> Faults => ["reset", "cut short", "silence", "stall"];

    [Fact]
    public async Task AnyCall_NobodyListens_IsRepeatedAndFailsToConnect()
    {
        await using var client = TestClients.Connected(Nobody.Address, options => options.Retry.MaxAttempts = 3);

        var error = await Assert.ThrowsAsync<HevlayerConnectionException>(() => client.ClaimDocumentsAsync("p", new() { WorkerId = "w" }));

        Assert.Equal(3, error.Attempts);
        Assert.True(error.IsTransient);
        Assert.Contains("could not connect to http://127.0.0.1:", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task IdempotentCall_ConnectionFaultOnce_Succeeds(string fault)
    {
        await using var server = new RawServer(Script(fault), RawReply.Json("[]"));
        await using var client = Client(server, fault);

        Assert.Empty(await client.GetChunksAsync("p", "d"));

        // On a slow machine a good answer, too, may take longer than the short time-out.
        Assert.InRange(server.Requests.Count, 2, 5);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Claim_ConnectionFault_FailsAtOnce(string fault)
    {
        await using var server = new RawServer(Script(fault), RawReply.Json(Reply.Claimed));
        await using var client = Client(server, fault);

        var error = await Assert.ThrowsAnyAsync<HevlayerException>(() => client.ClaimDocumentsAsync("p", new() { WorkerId = "w" }));

        Assert.Single(server.Requests);
        Assert.Equal((1, true, null), (error.Attempts, error.IsTransient, error.StatusCode));
        Assert.IsType(fault is "silence" or "stall" ? typeof(HevlayerTimeoutException) : typeof(HevlayerConnectionException), error);
    }

    [Fact]
    public async Task Claim_GatewayDrains_GoesToAnotherConnectionAtOnce()
    {
        await using var server = new RawServer(RawReply.Json("""{"error":"gateway_draining","message":"m"}""", 503), RawReply.Json(Reply.Claimed));
        await using var client = TestClients.Connected(server.Address, options =>
        {
            options.Retry.BaseDelay = TimeSpan.FromSeconds(30);
            options.Retry.MaxDelay = TimeSpan.FromSeconds(30);
        });

        Assert.Single((await client.ClaimDocumentsAsync("p", new() { WorkerId = "w" })).Documents);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Call_ServerSpeaksNoHttp_FailsWithAConnectionError()
    {
        await using var server = new RawServer(RawReply.Text("SSH-2.0-OpenSSH_9.6\r\n"));
        await using var client = TestClients.Connected(server.Address, options => options.Retry.MaxAttempts = 1);

        var error = await Assert.ThrowsAsync<HevlayerConnectionException>(() => client.GetChunksAsync("p", "d"));

        Assert.Null(error.StatusCode);
    }

    private static Func<Socket, CancellationToken, Task> Script(string fault) => fault switch
    {
        "reset" => RawReply.Reset,
        "cut short" => RawReply.CutShort,
        "silence" => RawReply.Silence,
        _ => RawReply.Stall,
    };

    private static HevlayerClient Client(RawServer server, string fault) => TestClients.Connected(server.Address, options =>
    {
        if (fault == "silence")
        {
            options.AttemptTimeout = Short;
        }
        else if (fault == "stall")
        {
            options.ReadStallTimeout = Short;
        }
    });
}
