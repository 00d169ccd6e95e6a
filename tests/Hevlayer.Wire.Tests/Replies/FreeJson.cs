using System.Text.Json.Nodes;

namespace Hevlayer.Wire.Tests.Replies;

/// <summary>JSON whose shape the contract leaves open.</summary>
internal static class FreeJson
{
    private const string WithNulls = """
        {"text":"é\"\\\u2028","whole":-7,"large":9223372036854775808,"digits":0.1234567890123456789,"exponent":1e3,
         "yes":true,"no":false,"none":null,"empty":"","list":[1,"a",null,[],{}],"nested":{"$ref":{"none":null}}}
        """;

    private const string WithoutNulls = """{"text":"é","whole":0,"list":[1,"a"],"nested":{"yes":true}}""";

    private const string RowText = """
        {"id":"doc#1","$dist":0.125,"title":"é","score":1.5,"none":null,"tags":["a","b"],"nested":{"deep":[0]},"_hevlayer_upserted_at":1767323045678}
        """;

    public static JsonNode Value(bool withNulls) => JsonNode.Parse(withNulls ? WithNulls : WithoutNulls)!;

    public static JsonNode Row() => JsonNode.Parse(RowText)!;
}
