using System.Text.Json.Nodes;

namespace Hevlayer.Wire.Tests.Contract;

/// <summary>The judge of replies finds what is wrong.</summary>
public sealed class SchemaCheckTests
{
    [Theory]
    [InlineData("""{"id":"p","target_namespace":"n","distance_metric":"cosine_distance","created_at":"2026-01-02T03:04:05Z"}""", null)]
    [InlineData("""{"target_namespace":"n","distance_metric":"cosine_distance","created_at":"2026-01-02T03:04:05Z"}""", "$ lacks id")]
    [InlineData("""{"id":1,"target_namespace":"n","distance_metric":"cosine_distance","created_at":"2026-01-02T03:04:05Z"}""", "$.id is a Number, not of type string")]
    [InlineData("""{"id":null,"target_namespace":"n","distance_metric":"cosine_distance","created_at":"2026-01-02T03:04:05Z"}""", "$.id is null")]
    [InlineData("""{"id":"p","target_namespace":"n","distance_metric":"miles","created_at":"2026-01-02T03:04:05Z"}""", "$.distance_metric is 'miles'")]
    [InlineData("""{"id":"p","target_namespace":"n","distance_metric":"cosine_distance","created_at":"soon"}""", "$.created_at is 'soon', no time")]
    [InlineData("""{"id":"p","target_namespace":"n","distance_metric":"cosine_distance","created_at":"2026-01-02T03:04:05Z","more":1}""", "$.more is not in the contract")]
    public void Faults_OfAPipeline_NameThePlace(string json, string? fault)
    {
        var faults = SchemaCheck.Faults(JsonNode.Parse(json), WireContract.Find("#/components/schemas/Pipeline"));

        Assert.StartsWith(fault ?? string.Empty, fault is null ? string.Concat(faults) : Assert.Single(faults), StringComparison.Ordinal);
        Assert.Equal(fault is null, faults.Count == 0);
    }

    [Fact]
    public void Faults_LieDeepToo() =>
        Assert.Equal(
            ["$.scans[1] is a String, not of type object"],
            SchemaCheck.Faults(JsonNode.Parse($$"""{"scans":[{{Scan}},"x"]}"""), WireContract.Find("#/components/schemas/ScanJobList")));

    private const string Scan = """
        {"id":"s","namespace":"n","status":"completed","progress":1,"documents_scanned":0,"created_at":"2026-13-02","mode":"ids","source":"auto","effective_source":"origin"}
        """;
}
