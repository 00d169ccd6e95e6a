using System.Text.Json;

namespace Hevlayer.Tests.Serialization;

/// <summary>Unions are decided by the token or by a member's name, wherever it stands.</summary>
public sealed class UnionTests
{
    private const string Count = """{"count":3,"served_by":"origin","elapsed_ms":5}""";
    private const string Job = """{"id":"s","namespace":"n","status":"running","progress":0.5,"documents_scanned":1,"created_at":"2026-13-40T00:00:00Z","mode":"ids","source":"auto"}""";

    [Fact]
    public void ScanOutcome_HasACount_IsTheCount()
    {
        var outcome = RoundTrip.Read<ScanOutcome>(Count);

        Assert.Equal(3, outcome.Count!.Count);
        Assert.Null(outcome.Job);
    }

    [Fact]
    public void ScanOutcome_HasAnId_IsTheJobAndKeepsItsOddDate()
    {
        var outcome = RoundTrip.Read<ScanOutcome>(Job);

        Assert.Equal(("s", JobStatus.Running, "2026-13-40T00:00:00Z"), (outcome.Job!.Id, outcome.Job.Status, outcome.Job.CreatedAt));
        Assert.Null(outcome.Count);
    }

    [Theory]
    [InlineData("""{"served_by":"origin","nested":{"id":"x","ids":[1]},"elapsed_ms":5,"count":3}""", 3L)]
    [InlineData("""{"elapsed_ms":5,"list":[{"id":1},[2]],"count":0,"served_by":"snapshot"}""", 0L)]
    public void ScanOutcome_MemberStandsLast_IsFoundPastNestedOnes(string json, long count) =>
        Assert.Equal(count, RoundTrip.Read<ScanOutcome>(json).Count!.Count);

    [Fact]
    public void ScanResults_IdsOrValues_AreToldApart()
    {
        var ids = RoundTrip.Read<ScanResults>("""{"total":2,"ids":["a","b"]}""");
        var values = RoundTrip.Read<ScanResults>("""{"values":[{"v":"red","n":4},{"v":"","n":1}],"total":2,"truncated":false}""");

        Assert.Equal(["a", "b"], ids.Ids!.Ids);
        Assert.Null(ids.Values);
        Assert.Equal(2, values.Values!.Values.Count);
        Assert.Null(values.Ids);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"total":0}""")]
    public void Union_NoneOfItsCases_IsAnError(string json)
    {
        Assert.Throws<JsonException>(() => RoundTrip.Read<ScanResults>(json));
        Assert.Throws<JsonException>(() => RoundTrip.Read<ScanOutcome>(json));
    }

    [Theory]
    [InlineData("""{"ids":["a"],"total":1}""")]
    [InlineData("""{"values":[{"v":"red","n":4}],"total":1,"truncated":true}""")]
    public void ScanResults_EachCase_SurvivesTheTrip(string json) => JsonAssert.Same(json, RoundTrip.Through<ScanResults>(json));

    [Theory]
    [InlineData(Count)]
    [InlineData(Job)]
    public void ScanOutcome_EachCase_SurvivesTheTrip(string json) => JsonAssert.Same(json, RoundTrip.Through<ScanOutcome>(json));

    [Theory]
    [InlineData("true", true, null)]
    [InlineData("false", false, null)]
    [InlineData("[]", null, 0)]
    [InlineData("""["a","b"]""", null, 2)]
    public void IncludeAttributes_BooleanOrList_IsDecidedByTheToken(string json, bool? all, int? names)
    {
        var value = RoundTrip.Read<IncludeAttributes>(json);

        Assert.Equal((all, names), (value.All, value.Names?.Count));
        Assert.Equal(json, RoundTrip.Write(value));
    }

    [Theory]
    [InlineData("\"auto\"", "auto", null)]
    [InlineData("0", null, 0)]
    [InlineData("2", null, 2)]
    public void Fuzziness_TextOrNumber_IsDecidedByTheToken(string json, string? mode, int? edits)
    {
        var value = RoundTrip.Read<Fuzziness>(json);

        Assert.Equal((mode, edits), (value.Mode, value.Edits));
        Assert.Equal(json, RoundTrip.Write(value));
    }

    [Theory]
    [InlineData("\"n\"")]
    [InlineData("""{"source_namespace":"n","source_region":"r"}""")]
    public void CopySource_TextOrObject_IsDecidedByTheToken(string json)
    {
        var value = RoundTrip.Read<CopySource>(json);

        Assert.Equal(value.Namespace is null, value.Options is not null);
        Assert.Equal(json, RoundTrip.Write(value));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("true")]
    public void CopySource_AnotherToken_IsAnError(string json) =>
        Assert.Throws<JsonException>(() => RoundTrip.Read<CopySource>(json));
}
