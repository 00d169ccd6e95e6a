using System.Reflection;
using System.Text.Json;

namespace Hevlayer.Tests.Serialization;

public sealed class RecordTests
{
    [Fact]
    public void Collection_ThatMayBeAbsent_IsEmptyWhenAbsentOrNull()
    {
        var minimal = """{"pipeline_id":"p","status":"idle","counts":{},"pending_count":0,"processing_count":0,"failed_count":0,"indexed_rate_per_min":0,"rate_window_seconds":60""";

        Assert.Empty(RoundTrip.Read<PipelineStatus>(minimal + "}").FailedReasons);
        Assert.Empty(RoundTrip.Read<PipelineStatus>(minimal + ",\"failed_reasons\":null}").FailedReasons);
        Assert.Empty(RoundTrip.Read<QueryResponse>("{}").Rows);
        Assert.Empty(RoundTrip.Read<QueryResponse>("""{"rows":null}""").Rows);
    }

    [Fact]
    public void Records_ConstructedByHand_HaveTheSameJson() =>
        Assert.Equal(
            """{"pipeline_id":"p","stage":"pending","updated":0}""",
            RoundTrip.Write(new DocumentsStageResponse { PipelineId = "p", Stage = DocumentStage.Pending, Updated = 0 }));

    [Fact]
    public void Watermark_Milliseconds_HaveAViewAsTime()
    {
        var entry = new SnapshotHistoryEntry { WatermarkMs = 1767323045678, Sha = "a" };

        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero), entry.Watermark);
        Assert.Equal("""{"watermark_ms":1767323045678,"sha":"a"}""", RoundTrip.Write(entry));
    }

    [Fact]
    public void Options_AnyType_IsKnownWithoutReflection()
    {
        Assert.True(HevlayerJson.Options.IsReadOnly);
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new { a = 1 }, HevlayerJson.Options));
    }

    [Fact]
    public void Options_EveryReplyAndBodyOfTheApi_IsKnown()
    {
        var types = typeof(IHevlayerApi).GetMethods().SelectMany(method => method.GetParameters()
            .Where(parameter => parameter.GetCustomAttribute<Refit.BodyAttribute>() is not null)
            .Select(parameter => parameter.ParameterType)
            .Concat(method.ReturnType.GetGenericArguments())).Where(type => type != typeof(Stream) && type != typeof(HttpContent)).ToHashSet();

        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.NotNull(HevlayerJson.Options.GetTypeInfo(type)));
    }
}
