using System.Text.Json;
using System.Text.Json.Nodes;
using Hevlayer.Tests.Shared;
using Hevlayer.Wire.Tests.Gateway;

namespace Hevlayer.Wire.Tests.Replies;

public sealed class ReplyTests(WireGateway gateway)
{
    public static TheoryData<string, int> Full => [.. ReplyCases.Of(ReplyKind.Full)];

    public static TheoryData<string, int> Minimal => [.. ReplyCases.Of(ReplyKind.Minimal)];

    public static TheoryData<string, int> Nulls => [.. ReplyCases.Of(ReplyKind.Nulls)];

    public static TheoryData<string, int> Future => [.. ReplyCases.Of(ReplyKind.Future)];

    [Theory]
    [MemberData(nameof(Full))]
    public async Task FullReply_EveryField_IsInTheRecord(string operation, int variant) =>
        await ReadsBackAsync(operation, ReplyKind.Full, variant);

    [Theory]
    [MemberData(nameof(Full))]
    public async Task FullReply_LargerThanTheBuffer_IsReadFromTheStream(string operation, int variant) =>
        await ReadsBackAsync(operation, ReplyKind.Full, variant, maxBufferedReplyBytes: 0);

    [Theory]
    [MemberData(nameof(Minimal))]
    public async Task MinimalReply_OptionalFieldsAbsent_IsRead(string operation, int variant) =>
        await ReadsBackAsync(operation, ReplyKind.Minimal, variant);

    [Theory]
    [MemberData(nameof(Nulls))]
    public async Task NullReply_OptionalFieldsNull_IsRead(string operation, int variant) =>
        await ReadsBackAsync(operation, ReplyKind.Nulls, variant);

    [Theory]
    [MemberData(nameof(Future))]
    public async Task FutureReply_UnknownMembersAndValues_IsReadAndValuesSurvive(string operation, int variant) =>
        await ReadsBackAsync(operation, ReplyKind.Future, variant);

    private async Task ReadsBackAsync(string operation, ReplyKind kind, int variant, int? maxBufferedReplyBytes = null)
    {
        var (status, schema, sent) = ReplyCases.Build(operation, kind, variant);
        using var exchange = gateway.Answer(WireReply.Json(sent, status));
        exchange.Options.MaxBufferedReplyBytes = maxBufferedReplyBytes ?? exchange.Options.MaxBufferedReplyBytes;

        var result = await exchange.CallAsync(OperationCalls.All[operation]);

        var unknown = RecordWalk.UnknownMembers(result);
        if (kind != ReplyKind.Future)
        {
            Assert.Empty(unknown);
        }

        var expected = RoundTrip.WithPlainTimes(RoundTrip.Expected(schema, sent));
        var written = RoundTrip.WithPlainTimes(JsonSerializer.SerializeToNode(result, ApiMethods.Result(operation), HevlayerJson.Options));
        Assert.True(JsonNode.DeepEquals(expected, written), $"Expected {expected?.ToJsonString()}, read {written?.ToJsonString()}");
    }
}
