using System.Text.Json.Nodes;
using Hevlayer.Wire.Tests.Gateway;

namespace Hevlayer.Wire.Tests.Replies;

public sealed class TimeTests(WireGateway gateway)
{
    [Theory]
    [InlineData("2026-01-02T03:04:05Z", 0)]
    [InlineData("2026-01-02T04:04:05+01:00", 0)]
    [InlineData("2026-01-02T03:04:05.5Z", 5_000_000)]
    [InlineData("2026-01-02T03:04:05.123456Z", 1_234_560)]
    [InlineData("2026-01-02T03:04:05.123456789Z", 1_234_567)]
    [InlineData("2026-01-01T21:34:05.000000001-05:30", 0)]
    public async Task Times_AnyPrecisionAndOffset_AreRead(string text, long ticks)
    {
        var reply = MinimalReplies.All["createPipeline"]!.DeepClone();
        reply["created_at"] = text;
        using var exchange = gateway.Answer(WireReply.Json(reply));

        var pipeline = (Pipeline?)await exchange.CallAsync(static (api, token) =>
            api.CreatePipelineAsync(new() { Id = "id", TargetNamespace = "namespace" }, cancellationToken: token));

        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(ticks), pipeline!.CreatedAt);
    }
}
