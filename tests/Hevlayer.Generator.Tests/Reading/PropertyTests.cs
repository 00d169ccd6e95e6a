using Hevlayer.Generator.Model;

namespace Hevlayer.Generator.Tests.Reading;

/// <summary>What a property of the contract becomes.</summary>
public sealed class PropertyTests
{
    private const string Order = """
        components:
          schemas:
            Order:
              type: object
              required: [id, parent, reasons, state]
              properties:
                id: { type: string }
                parent: { type: string, nullable: true }
                reasons: { type: object, additionalProperties: { type: integer, format: int64 }, x-hev-may-be-absent: true }
                state: { type: string, x-hev-may-be-absent: true }
                token: { type: string, x-hev-secret: true }
                written_ms: { type: integer, format: int64, x-hev-epoch: ms }
                made_at: { type: string, format: date-time }
                vector: { type: array, items: { type: number, format: float } }
                scores: { type: array, items: { type: number } }
                tags: { type: object, additionalProperties: { type: string } }
                extra: {}
                limit: { type: integer, format: uint32 }
                size: { type: integer, format: uint64 }
                attributes: { type: object, x-hev-type: attributes }

        """;

    [Theory]
    [InlineData("Id", "string")]
    [InlineData("MadeAt", "DateTimeOffset")]
    [InlineData("Vector", "ReadOnlyMemory<float>")]
    [InlineData("Scores", "IReadOnlyList<double>")]
    [InlineData("Tags", "IReadOnlyDictionary<string, string>")]
    [InlineData("Extra", "JsonElement")]
    [InlineData("Limit", "int")]
    [InlineData("Size", "long")]
    [InlineData("Attributes", "AttributeMap")]
    public async Task Property_HasTheTypeOfItsSchema(string name, string type) =>
        Assert.Equal(type, (await ReadAsync(name)).Type.Name);

    [Theory]
    [InlineData("Id", true)]
    [InlineData("Parent", false)]
    [InlineData("Reasons", false)]
    [InlineData("State", false)]
    [InlineData("Token", false)]
    public async Task Property_IsRequired_WhereTheContractPromisesAValue(string name, bool expected) =>
        Assert.Equal(expected, (await ReadAsync(name)).IsRequired);

    [Theory]
    [InlineData("Reasons", true)]
    [InlineData("State", false)]
    [InlineData("Tags", false)]
    public async Task ListOrMap_ThatSomeGatewaysLeaveOut_IsReadAsEmpty(string name, bool expected) =>
        Assert.Equal(expected, (await ReadAsync(name)).IsEmptyWhenAbsent);

    [Fact]
    public async Task Marks_OfTheContract_AreKept()
    {
        Assert.True((await ReadAsync("Token")).IsSecret);
        Assert.True((await ReadAsync("WrittenMs")).IsEpochMilliseconds);
        Assert.False((await ReadAsync("Size")).IsEpochMilliseconds);
    }

    private static async Task<PropertyModel> ReadAsync(string name) =>
        (await SmallSpec.ReadAsync(SmallSpec.SendOrder, Order)).Find<RecordModel>("Order").Properties.Single(property => property.Name == name);
}
