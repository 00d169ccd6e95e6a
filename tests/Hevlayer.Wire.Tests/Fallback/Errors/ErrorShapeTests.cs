using System.Net;
using System.Reflection;
using System.Text;
using Hevlayer.Tests.Shared;

namespace Hevlayer.Wire.Tests.Fallback;

public sealed class ErrorShapeTests
{
    public static TheoryData<string> Names => [.. ErrorShapes.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Gateway_AnswersWithTheShape_ErrorTellsAllOfIt(string name)
    {
        var shape = ErrorShapes.All[name];
        using var handler = new StubHandler((_, _) => ReplyOf(shape));
        await using var layer = new HevlayerClient(Clients.Options(new("http://gateway.test")), handler);

        var error = await Assert.ThrowsAsync<HevlayerException>(() => layer.GetPipelineStatusAsync("products", TestContext.Current.CancellationToken));

        Assert.Equal((HttpStatusCode)shape.Status, error.StatusCode);
        Assert.Equal(shape.Code, error.Code);
        Assert.Contains(shape.Says, error.Message, StringComparison.Ordinal);
        Assert.Equal(shape.RequiredScope, error.RequiredScope);
        Assert.Equal(shape.Helps, error.IsTransient);
        Assert.Equal(shape.Helps ? Clients.Attempts : 1, handler.Requests.Count);
        Assert.Equal(shape.Helps ? Clients.Attempts : 1, error.Attempts);
        Assert.Equal(shape.Fields, string.Join(' ', error.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}")));
        Assert.Equal(shape.Body.Length == 0 ? null : shape.Body, error.Body);
        Assert.Equal("GET", error.Method);
        Assert.Equal("/v2/pipelines/{pipeline_id}/status", error.Route);
        Assert.Equal(shape.RetryAfter is null ? null : TimeSpan.Zero, error.RetryAfter);
    }

    [Fact]
    public void EveryKnownCode_HasAShapeOfItsOwn() =>
        Assert.Empty(Codes().Except(ErrorShapes.All.Values.Select(shape => shape.Code)));

    [Fact]
    public async Task LongTextOfAnError_IsCutInBodyAndMessage()
    {
        using var handler = new StubHandler((_, _) => ReplyOf(new(400, new string('x', 100_000), null, "x", false) { ContentType = "text/plain" }));
        var options = Clients.Options(new("http://gateway.test"));
        await using var layer = new HevlayerClient(options, handler);

        var error = await Assert.ThrowsAsync<HevlayerException>(() => layer.GetPipelineStatusAsync("p", TestContext.Current.CancellationToken));

        Assert.Equal(options.MaxErrorBodyLength, error.Body!.Length);
        Assert.InRange(error.Message.Length, options.MaxErrorBodyLength, options.MaxErrorBodyLength + 200);
    }

    internal static IEnumerable<string> Codes() => typeof(HevlayerErrorCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!);

    private static HttpResponseMessage ReplyOf(ErrorShape shape)
    {
        var response = new HttpResponseMessage((HttpStatusCode)shape.Status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(shape.Body)) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", shape.ContentType);
        if (shape.RetryAfter is { } wait)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", wait);
        }

        return response;
    }
}
