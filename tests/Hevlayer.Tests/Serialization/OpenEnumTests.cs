using CsCheck;

namespace Hevlayer.Tests.Serialization;

public sealed class OpenEnumTests
{
    [Fact]
    public void OpenEnum_AnyText_SurvivesTheTrip() =>
        Texts.Any.Sample(text =>
        {
            var stage = RoundTrip.Read<DocumentStage>(RoundTrip.Write(new DocumentStage(text)));
            return stage.Value == text && stage == text && stage.ToString() == text;
        });

    [Fact]
    public void OpenEnum_KnownText_EqualsItsConstant()
    {
        Assert.Equal(DocumentStage.Indexed, RoundTrip.Read<DocumentStage>("\"indexed\""));
        Assert.Equal("\"cosine_distance\"", RoundTrip.Write(DistanceMetric.CosineDistance));
        Assert.NotEqual(DocumentStage.Indexed, (DocumentStage)"Indexed");
    }

    [Fact]
    public void OpenEnum_Default_IsAnEmptyText() => Assert.Equal(string.Empty, default(DocumentStage).Value);

    [Fact]
    public void OpenEnum_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => new DocumentStage(null!));

    [Theory]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("{}")]
    public void OpenEnum_NotAText_IsAnError(string json) =>
        Assert.Throws<System.Text.Json.JsonException>(() => RoundTrip.Read<DocumentStage>(json));
}
