namespace Hevlayer.Tests.Building;

public sealed class BatchQueryTests
{
    private static readonly QueryLeg Text = new() { RankBy = RankBy.Bm25("text", "kettle"), TopK = 5 };
    private static readonly QueryLeg Vector = new() { RankBy = RankBy.Ann(new[] { 0.5f }), Filters = Filter.Eq("color", "red") };

    [Fact]
    public void Leg_WritesEveryMember()
    {
        var leg = Text with
        {
            Filters = Filter.Eq("color", "red"),
            IncludeAttributes = new[] { "text" },
            AggregateBy = new() { ["count"] = Aggregate.Count(), ["total"] = Aggregate.Sum("price"), ["other"] = Aggregate.Raw("""["Max","price"]""") },
            GroupBy = ["color"],
            Extra = new() { ["consistency"] = new AttributeMap { ["level"] = "strong" } },
        };

        Assert.Equal(
            """{"rank_by":["text","BM25","kettle"],"filters":["color","Eq","red"],"top_k":5,"include_attributes":["text"],"aggregate_by":{"count":["Count"],"total":["Sum","price"],"other":["Max","price"]},"group_by":["color"],"consistency":{"level":"strong"}}""",
            Wire.Json(leg.ToRequest()));
    }

    [Fact]
    public void Leg_ThatOnlyAggregates_NeedsNoRanking() =>
        Assert.Equal(
            """{"include_attributes":false,"aggregate_by":{"n":["Count"]}}""",
            Wire.Json(new QueryLeg { AggregateBy = new() { ["n"] = Aggregate.Count() }, IncludeAttributes = false }.ToRequest()));

    [Fact]
    public void Batch_OfLegs_IsARequest() =>
        Assert.Equal(
            """{"queries":[{"rank_by":["text","BM25","kettle"],"top_k":5},{"rank_by":["vector","ANN",[0.5]],"filters":["color","Eq","red"]}],"consistency":["x"]}""",
            Wire.Json(BatchQueryRequest.Of(Text, Vector) with { Consistency = Filter.Raw("""["x"]""") }));

    [Fact]
    public void Leg_ConvertsInsideARequestWrittenByHand() =>
        Assert.Equal(2, new BatchQueryRequest { Queries = [Text, Vector] }.Queries.Count);

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    public void Batch_OfTooFewOrTooManyLegs_IsRefused(int legs)
    {
        var error = Assert.Throws<ArgumentException>(() => BatchQueryRequest.Of(Enumerable.Repeat(Text, legs)));

        Assert.Contains($"There are {legs} queries; a batch takes 2 to 16.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Batch_OfTheMostLegs_IsTaken() =>
        Assert.Equal(16, BatchQueryRequest.Of(Enumerable.Repeat(Text, 16)).Queries.Count);

    [Theory]
    [InlineData("cursor")]
    [InlineData("as_of")]
    [InlineData("between")]
    public void Leg_WithAMemberOfSingleQueries_IsRefusedInABatch(string member)
    {
        var leg = Text with { Extra = new() { [member] = 1 } };

        var error = Assert.Throws<ArgumentException>(() => BatchQueryRequest.Of(Text, leg));

        Assert.Equal("legs[1]", error.ParamName);
        Assert.Contains(member, error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, QueryLeg> WrongLegs => new()
    {
        { "QueryLeg.RankBy", new() },
        { "QueryLeg.RankBy", new() { RankBy = RankBy.HybridText("text", "kettle") } },
        { "QueryLeg.RankBy", new() { RankBy = RankBy.Auto("text", "kettle") } },
        { "QueryLeg.RankBy", new() { RankBy = RankBy.Raw("""["text","Auto","kettle"]""") } },
        { "QueryLeg.TopK", Text with { TopK = 0 } },
        { "QueryLeg.AggregateBy", Text with { AggregateBy = [] } },
        { "QueryLeg.AggregateBy", Text with { AggregateBy = new() { [""] = Aggregate.Count() } } },
        { "QueryLeg.AggregateBy['n']", Text with { AggregateBy = new() { ["n"] = null! } } },
        { "QueryLeg.GroupBy", Text with { GroupBy = [] } },
        { "QueryLeg.GroupBy[0]", Text with { GroupBy = [""] } },
        { "QueryLeg.Extra", Text with { Extra = new() { ["top_k"] = 1 } } },
    };

    [Theory]
    [MemberData(nameof(WrongLegs))]
    public void WrongLeg_IsRefusedWithTheMember(string member, QueryLeg leg) =>
        Assert.Equal(member, Assert.ThrowsAny<ArgumentException>(() => leg.ToRequest()).ParamName);
}
