namespace Hevlayer.Generator.Tests.Passes;

/// <summary>Which types are kept, and in which folder they are written.</summary>
public sealed class TypeUseTests
{
    private const string AskPrice = """
          /v2/prices:
            post:
              operationId: askPrice
              tags: [prices]
              summary: Ask for a price
              x-hev-scope: read
              x-hev-edition: open
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Line' } } } }
              responses: { '200': { description: A price., content: { application/json: { schema: { $ref: '#/components/schemas/Price' } } } } }

        """;

    private const string Schemas = """
        components:
          schemas:
            Order:
              type: object
              properties: { lines: { type: array, items: { $ref: '#/components/schemas/Line' } }, address: { $ref: '#/components/schemas/Address' } }
            Line: { type: object, properties: { color: { type: string } } }
            Address: { type: object, properties: { street: { type: string } } }
            Price: { type: object, properties: { cents: { type: integer, format: int64 } } }
            Orphan: { type: object, properties: { left: { $ref: '#/components/schemas/Line' } } }
            Error: { type: object, properties: { message: { type: string } } }

        """;

    [Fact]
    public async Task Type_ThatNoOperationUses_IsDropped()
    {
        var model = await SmallSpec.ReadAsync(SmallSpec.SendOrder, AskPrice, Schemas);

        Assert.Equal(["Address", "ErrorBody", "Line", "Order", "Price"], model.Types.Select(type => type.Name));
    }

    [Fact]
    public async Task Type_OfOneArea_LiesThereAndASharedOneInCommon()
    {
        var files = await SmallSpec.EmitAsync(SmallSpec.SendOrder, AskPrice, Schemas);

        Assert.Equal(
            ["Models/Common/ErrorBody.g.cs", "Models/Common/Line.g.cs", "Models/Orders/Address.g.cs", "Models/Orders/Order.g.cs", "Models/Prices/Price.g.cs"],
            files.Keys.Where(path => path.StartsWith("Models", StringComparison.Ordinal) && path != "Models/HevlayerJsonContext.g.cs"));
    }
}
