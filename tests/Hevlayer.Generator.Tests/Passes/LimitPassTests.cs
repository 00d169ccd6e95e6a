using Hevlayer.Generator.Model;
using Hevlayer.Generator.Passes;

namespace Hevlayer.Generator.Tests.Passes;

public sealed class LimitPassTests
{
    private const string Order = """
        components:
          schemas:
            Order:
              type: object
              properties:
                line_count: { type: integer, format: int32, minimum: 1, maximum: 10000, default: 1000 }
                weight: { type: number, minimum: 0, maximum: 1 }
                colors: { type: array, items: { type: string }, minItems: 1, maxItems: 512 }
                note: { type: string }
            Receipt:
              type: object
              properties: { count: { type: integer, format: int64, maximum: 7 } }

        """;

    private const string ListOrders = """
          /v2/orders/list:
            get:
              operationId: listOrders
              tags: [orders]
              summary: List orders
              x-hev-scope: read
              x-hev-edition: open
              parameters:
              - { name: page_size, in: query, schema: { type: integer, format: int32, minimum: 1, maximum: 300 } }
              - { name: cursor, in: query, schema: { type: string } }
              responses: { '200': { description: Orders., content: { application/json: { schema: { $ref: '#/components/schemas/Receipt' } } } } }

        """;

    private const string PutPicture = """
        paths:
          /v2/orders/{id}/picture:
            put:
              operationId: putPicture
              tags: [orders]
              summary: Store a picture
              x-hev-scope: write
              x-hev-edition: open
              parameters:
              - { name: id, in: path, required: true, schema: { type: string } }
              requestBody: { content: { application/octet-stream: { schema: { type: string, format: binary, minLength: 1, maxLength: 4096 } } } }
              responses: { '200': { description: Stored. } }

        """;

    [Fact]
    public async Task Limits_OfWhatIsSent_AreCollectedByRequestAndOperation()
    {
        var requests = LimitPass.Requests(await SmallSpec.ReadAsync(SmallSpec.SendOrder, ListOrders, Order));

        Assert.Equal(["ListOrders", "Order"], requests.Select(request => request.Name));
        Assert.Equal(
            [("PageSize", Limits.None with { Minimum = 1, Maximum = 300 })],
            requests[0].Members.Select(member => (member.Name, member.Limits)));
        Assert.Equal(
            [("LineCount", Limits.None with { Minimum = 1, Maximum = 10_000, Default = 1000 }), ("Colors", Limits.None with { MinItems = 1, MaxItems = 512 })],
            requests[1].Members.Select(member => (member.Name, member.Limits)));
    }

    [Fact]
    public async Task Limits_OfABodyOfBytes_AreThoseOfItsOperation()
    {
        var files = await SmallSpec.EmitAsync(PutPicture);

        Assert.Contains("public static class PutPicture", files["GatewayLimits.g.cs"], StringComparison.Ordinal);
        Assert.Contains("public const int MinBytes = 1;", files["GatewayLimits.g.cs"], StringComparison.Ordinal);
        Assert.Contains("public const int MaxBytes = 4_096;", files["GatewayLimits.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_AreWrittenAsConstants()
    {
        var files = await SmallSpec.EmitAsync(SmallSpec.SendOrder, ListOrders, Order);

        var lines = files["GatewayLimits.g.cs"].Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("public", StringComparison.Ordinal));
        Assert.Equal(
            [
                "public static class GatewayLimits",
                "public static class ListOrders",
                "public const int MinPageSize = 1;",
                "public const int MaxPageSize = 300;",
                "public static class Order",
                "public const int MinLineCount = 1;",
                "public const int MaxLineCount = 10_000;",
                "public const int DefaultLineCount = 1_000;",
                "public const int MinColors = 1;",
                "public const int MaxColors = 512;",
            ],
            lines);
    }

    [Fact]
    public void Limits_OfTheContract_AreThoseThatItsWordsSay()
    {
        Assert.Equal(512, GatewayLimits.FederatedQueryRequest.MaxNamespaces);
        Assert.Equal(10_000, GatewayLimits.CreateScanRequest.MaxPageSize);
        Assert.Equal(300, GatewayLimits.CreateScanRequest.MaxTimeoutSeconds);
        Assert.Equal(1_000, GatewayLimits.ListNamespaces.MaxPageSize);
        Assert.Equal(100, GatewayLimits.ClaimDocumentsRequest.DefaultLimit);
        Assert.Equal(10 * 1024 * 1024, GatewayLimits.PutBlob.MaxBytes);
    }
}
