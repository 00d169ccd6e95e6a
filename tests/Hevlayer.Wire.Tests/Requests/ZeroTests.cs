using System.Text.Json;
using System.Text.Json.Nodes;
using Hevlayer.Wire.Tests.Contract;
using Hevlayer.Wire.Tests.Gateway;

namespace Hevlayer.Wire.Tests.Requests;

public sealed class ZeroTests(WireGateway gateway)
{
    public static TheoryData<string> WithFlagsOrNumbers => [.. WireContract.Operations.Values.Where(static operation => FlagsAndNumbers(operation).Any()).Select(static operation => operation.Id)];

    public static TheoryData<string> WithJsonBody => [.. WireContract.Operations.Values.Where(static operation => operation.Request is not null).Select(static operation => operation.Id)];

    [Theory]
    [MemberData(nameof(WithFlagsOrNumbers))]
    public async Task QueryParameters_FalseAndZero_AreSent(string operation)
    {
        using var exchange = gateway.Answer(MinimalReplies.Of(operation));

        await exchange.CallAsync(ApiMethods.Call(operation, static parameter => Nullable.GetUnderlyingType(parameter.ParameterType) switch
        {
            var type when type == typeof(bool) => false,
            var type when type == typeof(int) => 0,
            var type when type == typeof(long) => 0L,
            _ => null,
        }));

        var expected = FlagsAndNumbers(WireContract.Operations[operation])
            .Select(static parameter => $"{parameter["name"]}={((string?)parameter["schema"]!["type"] == "boolean" ? "false" : "0")}");
        Assert.Equal(expected, exchange.Request.Target.Split('?')[1].Split('&'));
    }

    [Theory]
    [MemberData(nameof(WithJsonBody))]
    public void Bodies_FalseZeroAndEmpty_AreWritten(string operation)
    {
        var body = Zero(WireContract.Operations[operation].Request!);
        var type = ApiMethods.Body(operation);

        var written = JsonSerializer.SerializeToNode(JsonSerializer.Deserialize(body, type, HevlayerJson.Options), type, HevlayerJson.Options);

        Assert.True(JsonNode.DeepEquals(body, written), $"Expected {body}, written {written}");
    }

    private static IEnumerable<JsonObject> FlagsAndNumbers(ContractOperation operation) => operation.Parameters
        .Where(static parameter => (string?)parameter["in"] == "query" && (string?)parameter["schema"]!["type"] is "boolean" or "integer");

    private static JsonNode Zero(JsonObject schema)
    {
        var actual = WireContract.Resolve(schema);
        return (string?)actual["type"] switch
        {
            "object" => new JsonObject((actual["properties"]?.AsObject() ?? []).Select(static pair =>
                KeyValuePair.Create(pair.Key, (JsonNode?)Zero(pair.Value!.AsObject())))),
            "array" => new JsonArray(),
            "string" => JsonValue.Create(""),
            "integer" or "number" => JsonValue.Create(0),
            _ when actual["oneOf"] is JsonArray cases => Zero(cases[0]!.AsObject()),
            _ => JsonValue.Create(false),
        };
    }
}
