using Hevlayer.Generator.Model;

namespace Hevlayer.Generator.Tests.Reading;

/// <summary>What a schema of the contract becomes.</summary>
public sealed class TypeTests
{
    private const string Schemas = """
        components:
          schemas:
            Order:
              type: object
              x-hev-keeps-unknown: true
              properties:
                color: { $ref: '#/components/schemas/Color' }
                choice: { $ref: '#/components/schemas/Choice' }
                outcome: { $ref: '#/components/schemas/Outcome' }
                names: { $ref: '#/components/schemas/Names' }
            Color: { type: string, x-hev-values: { dark_red: A color. } }
            Choice:
              oneOf: [ { type: boolean }, { type: array, items: { type: string } } ]
              x-hev-union: token
              x-hev-cases: { boolean: All, array: Names }
            Outcome:
              oneOf: [ { $ref: '#/components/schemas/Count' }, { $ref: '#/components/schemas/Job' } ]
              x-hev-union: property
              x-hev-cases: { count: Count, id: Job }
            Count: { type: object, properties: { count: { type: integer, format: int64 } } }
            Job: { type: object, properties: { id: { type: string } } }
            Names: { type: array, items: { type: string } }

        """;

    [Fact]
    public async Task Text_WithNamedValues_BecomesAnOpenEnum() =>
        Assert.Equal([new("dark_red", "DarkRed", "A color.")], (await ReadAsync()).Find<OpenEnumModel>("Color").Values);

    [Fact]
    public async Task Union_ByToken_HasACaseForEachToken() =>
        Assert.Equal(
            [new("boolean", "All", new("bool", true)), new("array", "Names", TypeReference.ListOf(TypeReference.Text))],
            (await ReadAsync()).Find<TokenUnionModel>("Choice").Cases);

    [Fact]
    public async Task Union_ByProperty_HasACaseForEachProperty() =>
        Assert.Equal([new("count", "Count", "Count"), new("id", "Job", "Job")], (await ReadAsync()).Find<PropertyUnionModel>("Outcome").Cases);

    [Fact]
    public async Task Object_ThatIsOpen_KeepsUnknownMembers()
    {
        var model = await ReadAsync();

        Assert.True(model.Find<RecordModel>("Order").KeepsUnknownMembers);
        Assert.False(model.Find<RecordModel>("Job").KeepsUnknownMembers);
    }

    [Fact]
    public async Task List_WithAName_IsWrittenWhereItIsUsed()
    {
        var model = await ReadAsync();

        Assert.DoesNotContain(model.Types, type => type.Name == "Names");
        Assert.Equal("IReadOnlyList<string>", model.Find<RecordModel>("Order").Properties.Single(property => property.Name == "Names").Type.Name);
    }

    private static Task<ApiModel> ReadAsync() => SmallSpec.ReadAsync(SmallSpec.SendOrder, Schemas);
}
