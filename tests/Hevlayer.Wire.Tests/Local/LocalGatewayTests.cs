using Hevlayer.Tests.Shared;
using Hevlayer.Wire.Tests.Rows;

namespace Hevlayer.Wire.Tests.Local;

/// <summary>The local gateway answers each operation as the contract says.</summary>
public sealed class LocalGatewayTests
{
    public static TheoryData<string> Operations => [.. GatewayOperations.All.Select(static operation => operation.Id)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task DoneCall_OfEachOperation_AnswersWithItsSchema(string operation)
    {
        var reply = await ReplyToAsync(LocalCalls.Done.GetValueOrDefault(operation) ?? OperationCalls.All[operation]);

        Assert.True(reply.IsSuccess, $"{reply.Status}: {System.Text.Encoding.UTF8.GetString(reply.Body)}");
        Assert.Empty(reply.Faults(operation));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task SmallestCall_OfEachOperation_AnswersWithASchemaOfIt(string operation) =>
        Judge(operation, await ReplyToAsync(OperationCalls.All[operation]));

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task FullCall_OfEachOperation_AnswersWithASchemaOfIt(string operation) =>
        Judge(operation, await ReplyToAsync(WireRows.All[operation].Call));

    // A call may contradict itself, or name what is not there; it then gets the refusal that the contract has for it.
    private static void Judge(string operation, LocalReply reply)
    {
        Assert.Empty(reply.Faults(operation));
        Assert.True(reply.Status < 500 || reply.Status == 501, $"{reply.Status}: {System.Text.Encoding.UTF8.GetString(reply.Body)}");
    }

    private static async Task<LocalReply> ReplyToAsync(OperationCall call)
    {
        await using var world = await LocalWorld.FilledAsync(Token);
        return await world.CallAsync(call, Token);
    }
}
