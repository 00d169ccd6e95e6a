using Microsoft.Extensions.Configuration;

namespace Hevlayer.Workers.Tests.Sources;

public sealed class SourceReferenceTests
{
    [Fact]
    public void Read_FromTheVariable_GivesTheFields()
    {
        var source = SourceReference.Read(With("""{"queueUrl": "https://queue/products", "waitSeconds": 10, "none": null}"""));

        Assert.Equal("https://queue/products", source.GetString("queueUrl"));
        Assert.Equal(10, source.Fields.GetProperty("waitSeconds").GetInt32());
        Assert.Null(source.FindString("none"));
        Assert.Null(source.FindString("absent"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Read_VariableIsNotSet_NamesIt(string? value) =>
        Assert.Contains("HEVLAYER_SOURCE_REF is not set", Error(() => SourceReference.Read(With(value))), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://queue", "HEVLAYER_SOURCE_REF is not JSON")]
    [InlineData("""{"queueUrl": """, "HEVLAYER_SOURCE_REF is not JSON")]
    [InlineData("\"https://queue\"", "HEVLAYER_SOURCE_REF holds a JSON String")]
    [InlineData("[]", "HEVLAYER_SOURCE_REF holds a JSON Array")]
    public void Read_IsNoObject_SaysWhatItIs(string value, string error) =>
        Assert.Contains(error, Error(() => SourceReference.Read(With(value))), StringComparison.Ordinal);

    [Fact]
    public void Read_IsNoJson_KeepsTheTextToItself() =>
        Assert.DoesNotContain("secret", Error(() => SourceReference.Read(With("secret"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"queueURL": "x"}""", "There are: queueURL.")]
    [InlineData("""{}""", "It has no fields.")]
    [InlineData("""{"queueUrl": ""}""", "missing or empty")]
    public void GetString_FieldIsMissing_NamesItAndTheOthers(string value, string error)
    {
        var message = Error(() => SourceReference.Parse(value).GetString("queueUrl"));

        Assert.Contains("'queueUrl'", message, StringComparison.Ordinal);
        Assert.Contains(error, message, StringComparison.Ordinal);
    }

    [Fact]
    public void GetString_FieldIsANumber_SaysSo() =>
        Assert.Contains("is a JSON Number", Error(() => SourceReference.Parse("""{"queueUrl": 1}""").GetString("queueUrl")), StringComparison.Ordinal);

    [Fact]
    public void ToString_NamesFieldsAndNoValues() =>
        Assert.Equal("user, password", SourceReference.Parse("""{"user": "me", "password": "secret"}""").ToString());

    private static IConfiguration With(string? value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("HEVLAYER_SOURCE_REF", value)]).Build();

    private static string Error(Action action) => Assert.Throws<HevlayerOptionsException>(action).Message;
}
