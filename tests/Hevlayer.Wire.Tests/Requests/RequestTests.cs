using Hevlayer.Tests.Shared;
using Hevlayer.Wire.Tests.Gateway;
using Hevlayer.Wire.Tests.Rows;

namespace Hevlayer.Wire.Tests.Requests;

public sealed class RequestTests(WireGateway gateway)
{
    public static TheoryData<string> Operations => [.. GatewayOperations.All.Select(static operation => operation.Id)];

    [Fact]
    public void Operations_EachHaveOneRow() =>
        Assert.Equal(
            GatewayOperations.All.Select(static operation => operation.Id).Order(StringComparer.Ordinal),
            WireRows.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task FullCall_EverythingSet_ArrivesAsTheRowSays(string operation)
    {
        var row = WireRows.All[operation];
        using var exchange = gateway.Answer(MinimalReplies.Of(operation));

        await exchange.CallAsync(row.Call);

        RequestAssert.Same(row.Full, exchange.Request, exchange.Options.ApiKey!);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task MinimalCall_NothingOptionalSet_ArrivesAsTheRowSays(string operation)
    {
        using var exchange = gateway.Answer(MinimalReplies.Of(operation));

        await exchange.CallAsync(OperationCalls.All[operation]);

        RequestAssert.Same(WireRows.All[operation].Minimal, exchange.Request, exchange.Options.ApiKey!);
    }
}
