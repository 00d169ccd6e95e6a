namespace Hevlayer.Tests.Building;

public sealed class SchemaTests
{
    public static TheoryData<string, AttributeSchema> Schemas => new()
    {
        { """{"type":"int"}""", AttributeType.Int },
        { """{"type":"[]string","filterable":true}""", new() { Type = AttributeType.ListOf(AttributeType.String), Filterable = true } },
        { """{"type":"string","full_text_search":true}""", new() { Type = AttributeType.String, FullTextSearch = true } },
        { """{"type":"string","full_text_search":false}""", new() { Type = AttributeType.String, FullTextSearch = false } },
        {
            """{"type":"string","full_text_search":{"language":"german","stemming":true,"remove_stopwords":false,"case_sensitive":false,"ascii_folding":true,"tokenizer":"word_v3","max_token_length":40,"k1":1.5,"b":0.25,"more":1}}""",
            new()
            {
                Type = "string",
                FullTextSearch = new FullTextSearch
                {
                    Language = "german", Stemming = true, RemoveStopwords = false, CaseSensitive = false, AsciiFolding = true,
                    Tokenizer = "word_v3", MaxTokenLength = 40, K1 = 1.5, B = 0.25, Extra = new() { ["more"] = 1 },
                },
            }
        },
        { """{"type":"[384]f32","ann":true}""", new() { Type = AttributeType.Vector(384), Ann = true } },
        { """{"type":"[384]f16","ann":false}""", new() { Type = AttributeType.HalfVector(384), Ann = false } },
        {
            """{"type":"string","regex":true,"glob":false,"fuzzy":true,"sparse_knn":true}""",
            new() { Type = AttributeType.String, Regex = true, Glob = false, Fuzzy = true, Extra = new() { ["sparse_knn"] = true } }
        },
    };

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Schema_IsWrittenAsTheWireHasIt(string json, AttributeSchema schema) =>
        Assert.Equal($$$"""{"schema":{"name":{{{json}}}}}""", Wire.Json(new NamespaceWrite { Schema = new() { ["name"] = schema } }));

    [Fact]
    public void Types_AreThoseOfTheVectorStore() =>
        Assert.Equal(
            ["string", "int", "uint", "float", "uuid", "datetime", "bool"],
            new[] { AttributeType.String, AttributeType.Int, AttributeType.UInt, AttributeType.Float, AttributeType.Uuid, AttributeType.DateTime, AttributeType.Bool }.Select(type => type.ToString()));

    [Fact]
    public void WrongType_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new AttributeType(""));
        Assert.Throws<ArgumentOutOfRangeException>(() => AttributeType.Vector(0));
    }
}
