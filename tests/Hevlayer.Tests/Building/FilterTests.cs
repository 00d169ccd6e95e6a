using System.Text.Json;

namespace Hevlayer.Tests.Building;

public sealed class FilterTests
{
    private static readonly Filter Red = Filter.Eq("color", "red");
    private static readonly Filter Cheap = Filter.Lt("price", 10);
    private static readonly Filter New = Filter.Gte("year", 2024);

    public static TheoryData<string, Filter> Factories => new()
    {
        { """["color","Eq","red"]""", Filter.Eq("color", "red") },
        { """["color","Eq",null]""", Filter.Eq("color", AttributeValue.Null) },
        { """["stock","Eq",false]""", Filter.Eq("stock", false) },
        { """["price","Eq",0]""", Filter.Eq("price", 0) },
        { """["price","Eq",0.5]""", Filter.Eq("price", 0.5) },
        { """["tags","Eq",["a","b"]]""", Filter.Eq("tags", new[] { "a", "b" }) },
        { """["color","NotEq","red"]""", Filter.NotEq("color", "red") },
        { """["price","Lt",10]""", Filter.Lt("price", 10) },
        { """["price","Lte",10]""", Filter.Lte("price", 10) },
        { """["price","Gt",10]""", Filter.Gt("price", 10) },
        { """["price","Gte",10]""", Filter.Gte("price", 10) },
        { """["sizes","AnyLt",4]""", Filter.AnyLt("sizes", 4) },
        { """["sizes","AnyLte",4]""", Filter.AnyLte("sizes", 4) },
        { """["sizes","AnyGt",4]""", Filter.AnyGt("sizes", 4) },
        { """["sizes","AnyGte",4]""", Filter.AnyGte("sizes", 4) },
        { """["version","Lt",{"$ref_new":"version"}]""", Filter.Lt("version", Filter.Incoming("version")) },
        { """["color","In",["red","blue"]]""", Filter.In("color", "red", "blue") },
        { """["color","In",["red"]]""", Filter.In("color", "red") },
        { """["mixed","In",["red",1,true]]""", Filter.In("mixed", "red", 1, true) },
        { """["color","NotIn",["red"]]""", Filter.NotIn("color", "red") },
        { """["tags","Contains","a"]""", Filter.Contains("tags", "a") },
        { """["tags","NotContains","a"]""", Filter.NotContains("tags", "a") },
        { """["tags","ContainsAny",["a","b"]]""", Filter.ContainsAny("tags", "a", "b") },
        { """["tags","NotContainsAny",["a"]]""", Filter.NotContainsAny("tags", "a") },
        { """["path","Glob","/docs/*"]""", Filter.Glob("path", "/docs/*") },
        { """["path","NotGlob","/docs/*"]""", Filter.NotGlob("path", "/docs/*") },
        { """["path","IGlob","/docs/*"]""", Filter.IGlob("path", "/docs/*") },
        { """["path","NotIGlob","/docs/*"]""", Filter.NotIGlob("path", "/docs/*") },
        { """["path","Regex","^a.c$"]""", Filter.Regex("path", "^a.c$") },
        { """["text","ContainsAllTokens","red kettle"]""", Filter.ContainsAllTokens("text", "red kettle") },
        { """["text","ContainsAllTokens","red ket",{"last_as_prefix":true}]""", Filter.ContainsAllTokens("text", "red ket", lastAsPrefix: true) },
        { """["text","ContainsAnyToken","red kettle"]""", Filter.ContainsAnyToken("text", "red kettle") },
        { """["text","ContainsAnyToken","red ket",{"last_as_prefix":true}]""", Filter.ContainsAnyToken("text", "red ket", lastAsPrefix: true) },
        { """["text","ContainsTokenSequence","red kettle"]""", Filter.ContainsTokenSequence("text", "red kettle") },
        { """["And",[["color","Eq","red"],["price","Lt",10]]]""", Filter.And(Red, Cheap) },
        { """["And",[["color","Eq","red"]]]""", Filter.And(Red) },
        { """["Or",[["color","Eq","red"],["price","Lt",10]]]""", Filter.Or([Red, Cheap]) },
        { """["Not",["color","Eq","red"]]""", Filter.Not(Red) },
        { """["And",[["color","Eq","red"],["price","Lt",10]]]""", Red & Cheap },
        { """["And",[["color","Eq","red"],["price","Lt",10],["year","Gte",2024]]]""", Red & Cheap & New },
        { """["Or",[["And",[["color","Eq","red"],["price","Lt",10]]],["year","Gte",2024]]]""", (Red & Cheap) | New },
        { """["Or",[["color","Eq","red"],["price","Lt",10],["year","Gte",2024]]]""", Red | (Cheap | New) },
        { """["And",[["Not",["color","Eq","red"]],["price","Lt",10]]]""", !Red & Cheap },
        { """["embedding","Near",{"to":1}]""", Filter.Raw("""["embedding","Near",{"to":1}]""") },
        { """["_hevlayer_upserted_at","Gt",5]""", Filter.Gt("_hevlayer_upserted_at", 5) },
    };

    [Theory]
    [MemberData(nameof(Factories))]
    public void Factory_WritesTheFormOfTheVectorStore(string json, Filter filter) =>
        Assert.Equal(json, filter.ToJson().GetRawText());

    [Fact]
    public void Filter_ConvertsToTheJsonOfARequest()
    {
        var request = new QueryRequest { NearestToId = ["a"], Filters = Filter.And(Red, Cheap) };

        Assert.Equal("""{"nearest_to_id":["a"],"filters":["And",[["color","Eq","red"],["price","Lt",10]]]}""", Wire.Json(request));
    }

    [Fact]
    public void NoFilter_ConvertsToNoJson()
    {
        Filter? none = null;

        Assert.Null(new QueryRequest { NearestToId = ["a"], Filters = none }.Filters);
    }

    [Fact]
    public void Filter_ConvertsToPlainJson()
    {
        JsonElement json = Red;

        Assert.Equal(Red.ToString(), json.GetRawText());
    }

    [Fact]
    public void Arrays_AreTakenAsListsOfValues()
    {
        string[] colors = ["red", "blue"];
        int[] sizes = [1, 2];
        long[] counts = [3];
        double[] weights = [0.5];
        bool[] flags = [true];
        AttributeValue[] mixed = ["a", 1];
        IEnumerable<string> sequence = colors;

        Assert.Equal("""["f","In",["red","blue"]]""", Filter.In("f", colors).ToString());
        Assert.Equal("""["f","In",[1,2]]""", Filter.In("f", sizes).ToString());
        Assert.Equal("""["f","In",[3]]""", Filter.In("f", counts).ToString());
        Assert.Equal("""["f","In",[0.5]]""", Filter.In("f", weights).ToString());
        Assert.Equal("""["f","In",[true]]""", Filter.In("f", flags).ToString());
        Assert.Equal("""["f","In",["a",1]]""", Filter.In("f", mixed).ToString());
        Assert.Equal("""["f","In",["red","blue"]]""", Filter.In("f", ["red", "blue"]).ToString());
        Assert.Equal("""["f","In",["red","blue"]]""", Filter.In("f", [.. sequence]).ToString());
    }

    [Fact]
    public void Filters_WithTheSameContent_AreEqual()
    {
        Assert.Equal(Filter.Eq("color", "red"), Red);
        Assert.Equal(Filter.Eq("color", "red").GetHashCode(), Red.GetHashCode());
        Assert.NotEqual(Filter.Eq("color", "blue"), Red);
        Assert.Equal(Filter.Raw("""[ "color", "Eq", "red" ]"""), Red);
    }

    [Fact]
    public void RawFilter_OutlivesTheDocumentItCameFrom()
    {
        Filter filter;
        using (var document = JsonDocument.Parse("""["a","Eq",1]"""))
        {
            filter = Filter.Raw(document.RootElement);
        }

        Assert.Equal("""["a","Eq",1]""", filter.ToString());
    }
}
