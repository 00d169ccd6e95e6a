using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hevlayer.Tests.Shared;
using Hevlayer.Wire.Tests.Contract;

namespace Hevlayer.Wire.Tests.Replies;

/// <summary>A null where the contract promises an element, in every list and map of every reply.</summary>
public sealed class NullElementTests
{
    public static TheoryData<string, int> Full => [.. ReplyCases.Of(ReplyKind.Full).Where(static one => Places(one.Operation, one.Variant).Any())];

    [Theory]
    [MemberData(nameof(Full))]
    public async Task Reply_WithANullElement_IsNotWhatTheContractPromises(string operation, int variant)
    {
        for (var place = 0; place < Places(operation, variant).Count(); place++)
        {
            foreach (var maxBuffered in new[] { 0, 1 << 20 })
            {
                var (status, _, body) = ReplyCases.Build(operation, ReplyKind.Full, variant);
                var spoilt = Spoil(operation, variant, body!, place);
                using var client = new HevlayerClient(new() { BaseAddress = HevlayerClientOptions.HostedAddress, MaxBufferedReplyBytes = maxBuffered }, new FixedHandler(status, body!.ToJsonString()));

                var error = await Assert.ThrowsAsync<HevlayerException>(() => OperationCalls.All[operation](client.Api, TestContext.Current.CancellationToken));

                Assert.True(error.Message.Contains("does not follow the contract", StringComparison.Ordinal), $"{spoilt}: {error.Message}");
            }
        }
    }

    private static IEnumerable<JsonNode> Places(string operation, int variant)
    {
        var (_, schema, body) = ReplyCases.Build(operation, ReplyKind.Full, variant);
        return Places(schema, body, variant);
    }

    private static string Spoil(string operation, int variant, JsonNode body, int place)
    {
        var (_, schema, _) = ReplyCases.Build(operation, ReplyKind.Full, variant);
        var holder = Places(schema, body, variant).ElementAt(place);
        if (holder is JsonArray list)
        {
            list[1] = null;
        }
        else
        {
            holder.AsObject()["tomorrow"] = null;
        }

        return holder.GetPath();
    }

    /// <summary>Lists and maps whose elements the contract describes; where it leaves them open, null is a value like any other.</summary>
    private static IEnumerable<JsonNode> Places(JsonObject schema, JsonNode? node, int variant)
    {
        var actual = WireContract.Resolve(schema);
        if (node is null || SchemaRules.IsRow(actual) || SchemaRules.IsFree(actual))
        {
            return [];
        }

        if (actual["oneOf"] is JsonArray cases)
        {
            return Places(cases[variant % cases.Count]!.AsObject(), node, variant);
        }

        return node switch
        {
            JsonArray list => Elements(actual["items"]!.AsObject(), list, list, variant),
            JsonObject map when SchemaRules.MapValue(actual) is { } value => Elements(value, map, map.Select(static pair => pair.Value), variant),
            JsonObject record => record.SelectMany(pair => Places(actual["properties"]![pair.Key]!.AsObject(), pair.Value, variant)),
            _ => [],
        };
    }

    private static IEnumerable<JsonNode> Elements(JsonObject schema, JsonNode holder, IEnumerable<JsonNode?> elements, int variant)
    {
        var actual = WireContract.Resolve(schema);
        var isOpen = SchemaRules.IsFree(actual) || (bool?)actual["nullable"] == true;
        return [.. isOpen ? [] : new[] { holder }, .. elements.SelectMany(element => Places(schema, element, variant))];
    }

    private sealed class FixedHandler(int status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
