namespace Hevlayer.Tests.Building;

public sealed class RankByRefusalTests
{
    private static readonly float[] Two = [1, 2];
    private static readonly float[] Three = [1, 2, 3];

    public static TheoryData<string, string, Func<object>> Refusals => new()
    {
        { "vector", "empty", () => RankBy.Ann(ReadOnlyMemory<float>.Empty) },
        { "vector", "NaN", () => RankBy.Ann(new[] { 1, float.NaN }) },
        { "attribute", "empty", () => RankBy.Ann(Two, "") },
        { "vectors", "at least one", () => RankBy.MultiVectorAnn([]) },
        { "vectors[1]", "same dimension", () => RankBy.MultiVectorAnn([Two, Three]) },
        { "vectors[0]", "finite", () => RankBy.MultiVectorAnn([new[] { float.PositiveInfinity }]) },
        { "attribute", "empty", () => RankBy.Bm25(" ", "kettle") },
        { "text", "empty", () => RankBy.Bm25("text", "") },
        { "attribute", "empty", () => RankBy.Ascending("") },
        { "expressions", "at least one", () => RankBy.Sum() },
        { "expressions[0]", "no score", () => RankBy.Sum(RankBy.Ann(Two)) },
        { "expressions[1]", "no score", () => RankBy.Max(RankBy.Bm25("a", "b"), RankBy.HybridText("a", "b")) },
        { "expression", "no score", () => RankBy.Product(2, RankBy.Ascending("a")) },
        { "weight", "finite", () => RankBy.Product(double.NaN, RankBy.Bm25("a", "b")) },
        { "input", "empty", () => RankBy.HybridText("text", "") },
        { "input", "empty", () => RankBy.Auto("text", "") },
        { "options.Fuzziness", "auto or 0 to 2", () => RankBy.HybridText("a", "b", new() { Fuzziness = 3 }) },
        { "options.Fuzziness", "auto or 0 to 2", () => RankBy.HybridText("a", "b", new() { Fuzziness = -1 }) },
        { "options.Fuzziness", "auto or 0 to 2", () => RankBy.HybridText("a", "b", new() { Fuzziness = "much" }) },
        { "options.RankConstant", "more than zero", () => RankBy.HybridText("a", "b", new() { RankConstant = 0 }) },
        { "options.PerLegLimit", "more than zero", () => RankBy.HybridText("a", "b", new() { PerLegLimit = -1 }) },
        { "options.Threads", "more than zero", () => RankBy.HybridText("a", "b", new() { Threads = 0 }) },
        { "options.Extra", "member of its own", () => RankBy.HybridText("a", "b", new() { Extra = new() { ["threads"] = 2 } }) },
        { "options.Vector", "semantic", () => RankBy.Auto("a", "b", new() { Route = QueryRoute.Semantic }) },
        { "options.Vector", "fused", () => RankBy.Auto("a", "b", new() { Route = "fused" }) },
        { "options.Route", "empty", () => RankBy.Auto("a", "b", new() { Route = default(QueryRoute) }) },
        { "options.Extra", "member of its own", () => RankBy.Auto("a", "b", new() { Extra = new() { ["route"] = "fused" } }) },
        { "input", "empty", () => QueryVector.Embed("") },
        { "attribute", "empty", () => QueryVector.Embed("a", "") },
        { "model", "empty", () => QueryVector.Embed("a", model: " ") },
        { "vector", "empty", () => QueryVector.From(default) },
        { "json", "not JSON", () => RankBy.Raw("nothing") },
        { "json", "an empty array", () => RankBy.Raw("[]") },
        { "json", "a JSON Number", () => Aggregate.Raw("1") },
        { "attribute", "empty", () => Aggregate.Sum("") },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void WrongRanking_IsRefusedWithTheArgumentAndTheReason(string argument, string reason, Func<object> make)
    {
        var error = Assert.ThrowsAny<ArgumentException>(make);

        Assert.Equal(argument, error.ParamName);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
