using Hevlayer.Generator.Passes;

namespace Hevlayer.Generator.Tests.Passes;

public sealed class NamingPassTests
{
    [Theory]
    [InlineData("Error", "ErrorBody")]
    [InlineData("Pipeline", "Pipeline")]
    public void TypeName_IsTheSchemasUnlessItSaysNothingInCSharp(string schema, string expected) =>
        Assert.Equal(expected, NamingPass.TypeName(schema));

    [Theory]
    [InlineData("Row", "distance_metric", "DistanceMetric")]
    [InlineData("Row", "facetFields", "FacetFields")]
    [InlineData("Row", "$dist", "Dist")]
    [InlineData("ScanValue", "v", "Value")]
    [InlineData("Row", "v", "V")]
    public void PropertyName_IsTheWiresInPascalCase(string schema, string wire, string expected) =>
        Assert.Equal(expected, NamingPass.PropertyName(schema, wire));

    [Theory]
    [InlineData("page_size", "pageSize")]
    [InlineData("namespace", "namespaceName")]
    [InlineData("doc_id", "documentId")]
    [InlineData("x-hevlayer-tags", "tags")]
    public void ParameterName_IsTheWiresInCamelCaseAndNoReservedWord(string wire, string expected) =>
        Assert.Equal(expected, NamingPass.ParameterName(wire));

    [Theory]
    [InlineData("cosine_distance", "CosineDistance")]
    [InlineData("5m", "Minutes5")]
    [InlineData("24h", "Hours24")]
    [InlineData("7d", "Days7")]
    public void ValueName_OfADuration_BeginsWithItsUnit(string wire, string expected) =>
        Assert.Equal(expected, NamingPass.ValueName(wire));

    [Fact]
    public void ValueName_OfAnUnknownUnit_IsAnError() =>
        Assert.Throws<InvalidOperationException>(() => NamingPass.ValueName("5x"));

    [Theory]
    [InlineData("udfs", "Functions")]
    [InlineData("scans", "Scans")]
    public void AreaName_IsTheTagUnlessUsersKnowAnotherWord(string tag, string expected) =>
        Assert.Equal(expected, NamingPass.AreaName(tag));
}
