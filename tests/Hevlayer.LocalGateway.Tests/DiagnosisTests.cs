using System.Net;
using System.Text.Json;

namespace Hevlayer.Local.Tests;

public sealed class DiagnosisTests : IAsyncDisposable
{
    private readonly Harness _gateway = Harness.InProcess();
    private readonly HevlayerClient _layer;

    public DiagnosisTests() => _layer = _gateway.Client();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _layer.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Recall_CountsWhatIsFoundAndWhatIsThere()
    {
        await PutAsync(30);

        var recall = await _layer.Api.EvaluateTurbopufferRecallAsync("n", new() { Num = 3, TopK = 5, IncludeGroundTruth = true, Filters = JsonDocument.Parse("""["i","Lt",4]""").RootElement }, cancellationToken: Token);

        Assert.Equal((1, 4, 4), (recall.AvgRecall, recall.AvgExhaustiveCount, recall.AvgAnnCount));
        Assert.Equal(3, recall.GroundTruth!.Count);
        Assert.Equal(4, recall.GroundTruth[0].GetProperty("nearest_neighbors").GetArrayLength());
        Assert.Null((await _layer.Api.EvaluateTurbopufferRecallAsync("n", new(), cancellationToken: Token)).GroundTruth);
    }

    [Theory]
    [InlineData("""{"num":0}""", 422)]
    [InlineData("""{"rank_by":["text","BM25","x"]}""", 422)]
    [InlineData("""{"queries":[1]}""", 501)]
    public async Task Recall_OfWhatCannotBeMeasured_IsRefused(string body, int status)
    {
        await PutAsync(1);

        Assert.Equal((HttpStatusCode)status, (await _gateway.PostAsync("/v1/namespaces/n/_debug/recall", body)).Status);
    }

    [Theory]
    [InlineData("""{"rank_by":["vector","ANN",[1,0]],"top_k":3}""", "Limit 3\n  Nearest rows by cosine_distance, 2 dimensions, each row measured\n    All rows: 5 of 5 rows")]
    [InlineData("""{"rank_by":["i","desc"],"filters":["i","Gte",3]}""", "Limit 10\n  Rows in falling order of i\n    Filter: 2 of 5 rows")]
    [InlineData("""{"rank_by":["text","BM25","x"],"top_k":1}""", "Limit 1\n  Best text matches by BM25, statistics over all rows\n    All rows: 5 of 5 rows")]
    public async Task Explain_SaysWhatIsLookedAt(string query, string plan)
    {
        await PutAsync(5);

        Assert.Equal(plan, (await _gateway.PostAsync("/v2/namespaces/n/explain_query", query)).Ok().Json.GetProperty("plan_text").GetString());
    }

    private async Task PutAsync(int rows) => await _layer.Namespace("n").WriteAsync(
        new() { UpsertRows = [.. Enumerable.Range(0, rows).Select(i => new WriteRow { Id = i, Vector = new float[] { 1, i }, Attributes = new() { ["i"] = i } })] }, Token);
}
