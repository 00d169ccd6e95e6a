using System.Text.Json;

namespace Hevlayer.Tests.Building;

public sealed class RankByTests
{
    private static readonly RankBy Title = RankBy.Bm25("title", "kettle");
    private static readonly RankBy Body = RankBy.Bm25("text", "kettle");
    private static readonly float[] Vector = [0.5f, -1f];

    public static TheoryData<string, RankBy> Factories => new()
    {
        { """["vector","ANN",[0.5,-1]]""", RankBy.Ann(Vector) },
        { """["image","ANN",[0.5,-1]]""", RankBy.Ann(Vector, "image") },
        { """["vectors","ANN",[[0.5,-1],[0.5,-1]]]""", RankBy.MultiVectorAnn([Vector, Vector]) },
        { """["pages","ANN",[[0.5,-1]]]""", RankBy.MultiVectorAnn([Vector], "pages") },
        { """["text","BM25","kettle"]""", Body },
        { """["text","BM25","ket",{"last_as_prefix":true}]""", RankBy.Bm25("text", "ket", lastAsPrefix: true) },
        { """["price","asc"]""", RankBy.Ascending("price") },
        { """["price","desc"]""", RankBy.Descending("price") },
        { """["Sum",[["title","BM25","kettle"],["text","BM25","kettle"]]]""", RankBy.Sum(Title, Body) },
        { """["Max",[["title","BM25","kettle"],["text","BM25","kettle"]]]""", RankBy.Max([Title, Body]) },
        { """["Product",2.5,["title","BM25","kettle"]]""", RankBy.Product(2.5, Title) },
        { """["Sum",[["Product",2,["title","BM25","kettle"]],["Max",[["text","BM25","kettle"]]]]]""", RankBy.Sum(RankBy.Product(2, Title), RankBy.Max(Body)) },
        { """["Sum",[["a","New",1],["text","BM25","kettle"]]]""", RankBy.Sum(RankBy.Raw("""["a","New",1]"""), Body) },
        { """["text","HybridText","ketle"]""", RankBy.HybridText("text", "ketle") },
        { """["text","HybridText","ketle",{}]""", RankBy.HybridText("text", "ketle", new()) },
        { """["text","HybridText","ketle",{"fuzziness":"auto"}]""", RankBy.HybridText("text", "ketle", new() { Fuzziness = "auto" }) },
        {
            """["text","HybridText","ketle",{"fuzziness":0,"rank_constant":60,"per_leg_limit":100,"threads":4,"stopwords":false}]""",
            RankBy.HybridText("text", "ketle", new() { Fuzziness = 0, RankConstant = 60, PerLegLimit = 100, Threads = 4, Extra = new() { ["stopwords"] = false } })
        },
        { """["text","Auto","kettle"]""", RankBy.Auto("text", "kettle") },
        { """["text","Auto","kettle",{"route":"hybrid_text"}]""", RankBy.Auto("text", "kettle", new() { Route = QueryRoute.HybridText }) },
        { """["text","Auto","kettle",{"route":"semantic","vector":[0.5,-1]}]""", RankBy.Auto("text", "kettle", new() { Route = QueryRoute.Semantic, Vector = Vector }) },
        { """["text","Auto","kettle",{"vector":["Embed","kettle"]}]""", RankBy.Auto("text", "kettle", new() { Vector = QueryVector.Embed("kettle") }) },
        {
            """["text","Auto","kettle",{"route":"fused","vector":["Embed","a kettle",{"field":"vector","model":"small"}],"fuzziness":1}]""",
            RankBy.Auto("text", "kettle", new() { Route = QueryRoute.Fused, Vector = QueryVector.Embed("a kettle", "vector", "small"), Extra = new() { ["fuzziness"] = 1 } })
        },
        { """["text","Auto","kettle",{"vector":["Embed","kettle",{"model":"small"}]}]""", RankBy.Auto("text", "kettle", new() { Vector = QueryVector.Embed("kettle", model: "small") }) },
    };

    [Theory]
    [MemberData(nameof(Factories))]
    public void Factory_WritesTheFormOfTheWire(string json, RankBy rankBy) =>
        Assert.Equal(json, rankBy.ToJson().GetRawText());

    [Theory]
    [MemberData(nameof(Factories))]
    public void Ranking_IsTheListThatARequestTakes(string json, RankBy rankBy) =>
        Assert.Equal($$"""{"rank_by":{{json}}}""", Wire.Json(new QueryRequest { RankBy = rankBy }));

    [Fact]
    public void Ranking_IsReadAsAList()
    {
        Assert.Equal(3, Body.Count);
        Assert.Equal("BM25", Body[1].GetString());
        Assert.Equal(["text", "BM25", "kettle"], Body.Select(part => part.GetString()));
        Assert.Equal("""["text","BM25","kettle"]""", Body.ToString());
    }

    [Fact]
    public void RawRanking_OutlivesTheDocumentItCameFrom()
    {
        RankBy rankBy;
        using (var document = JsonDocument.Parse("""["a","asc"]"""))
        {
            rankBy = RankBy.Raw(document.RootElement);
        }

        Assert.Equal("""["a","asc"]""", rankBy.ToString());
    }
}
