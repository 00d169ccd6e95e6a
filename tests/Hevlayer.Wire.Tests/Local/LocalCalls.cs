using System.Text.Json;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Hevlayer.Tests.Shared;

namespace Hevlayer.Wire.Tests.Local;

/// <summary>
/// The smallest call of each operation that is done: those whose least says nothing that can be done, and those that name what
/// the gateway has named itself. The call that is judged comes last.
/// </summary>
internal static class LocalCalls
{
    private const string Namespace = "namespace";

    public static IReadOnlyDictionary<string, OperationCall> Done { get; } = new Dictionary<string, OperationCall>(StringComparer.Ordinal)
    {
        ["authenticateKey"] = static async (api, token) => await api.AuthenticateKeyAsync(new() { Token = (await MintAsync(api, token)).Token }, cancellationToken: token),
        ["deleteKey"] = static async (api, token) => await api.DeleteKeyAsync((await MintAsync(api, token)).KeyId, cancellationToken: token),
        ["getKey"] = static async (api, token) => await api.GetKeyAsync((await MintAsync(api, token)).KeyId, cancellationToken: token),
        ["revokeKey"] = static async (api, token) => await api.RevokeKeyAsync((await MintAsync(api, token)).KeyId, cancellationToken: token),
        ["getBlob"] = static async (api, token) => await api.GetBlobAsync(Namespace, (await api.PutBlobAsync(Namespace, new ByteArrayContent([1]), cancellationToken: token)).Sha256, cancellationToken: token),
        ["getScan"] = static async (api, token) => await api.GetScanAsync(Namespace, await ScanAsync(api, token), cancellationToken: token),
        ["getScanResults"] = static async (api, token) => await api.GetScanResultsAsync(Namespace, await ScanAsync(api, token), cancellationToken: token),
        ["deleteScan"] = static async (api, token) => await api.DeleteScanAsync(Namespace, await ScanAsync(api, token), cancellationToken: token),
        ["getWarmJob"] = static async (api, token) => await api.GetWarmJobAsync(Namespace, (await api.WarmCacheAsync(Namespace, cancellationToken: token)).Id, cancellationToken: token),
        ["getSnapshotJob"] = static async (api, token) => await api.GetSnapshotJobAsync(Namespace, (await api.CreateSnapshotAsync(Namespace, new() { Field = "field" }, cancellationToken: token)).Id, cancellationToken: token),
        ["getNamespaceSnapshot"] = static async (api, token) => await api.GetNamespaceSnapshotAsync(Namespace, (await api.ListNamespaceHistoryAsync(Namespace, cancellationToken: token))[0].Sha, cancellationToken: token),
        ["getVectorstore"] = static (api, token) => api.GetVectorstoreAsync("local", cancellationToken: token),
        ["getMetricCatalogEntry"] = static (api, token) => api.GetMetricCatalogEntryAsync("local_rows", cancellationToken: token),
        ["queryMetrics"] = static (api, token) => api.QueryMetricsAsync("local_rows", cancellationToken: token),
        ["queryMetricsApiV1"] = static (api, token) => api.QueryMetricsApiV1Async("sum(local_rows)", cancellationToken: token),
        ["queryMetricsRange"] = static (api, token) => api.QueryMetricsRangeAsync("sum(local_requests_total)", "0", "60", "30", cancellationToken: token),
        ["queryMetricsRangeApiV1"] = static (api, token) => api.QueryMetricsRangeApiV1Async("sum(local_requests_total)", "0", "60", "30", cancellationToken: token),
        ["branchNamespace"] = static (api, token) => api.BranchNamespaceAsync(Namespace, new() { BranchFromNamespace = Json("\"source\"") }, cancellationToken: token),
        ["importNamespace"] = static async (api, token) => await api.ImportNamespaceAsync(Namespace, new ByteArrayContent(await ArrowAsync(token)), cancellationToken: token),
        ["putPipelineDocumentVectors"] = static (api, token) => api.PutPipelineDocumentVectorsAsync("pipeline_id", "doc_id", new() { Vectors = [new() { Id = "id", Vector = new float[] { 1 } }] }, cancellationToken: token),
        ["query"] = static async (api, token) => await api.QueryAsync(new() { Vector = new float[] { 1, 0 }, Namespaces = [Namespace, "ghost"], IncludeAttributes = true }, cancellationToken: token),
        ["queryNamespace"] = static (api, token) => api.QueryNamespaceAsync(Namespace, new() { RankBy = [Json("\"text\""), Json("\"Auto\""), Json("\"kettle\"")], TopK = 1 }, cancellationToken: token),
        ["batchQueryNamespace"] = static (api, token) => api.BatchQueryNamespaceAsync(Namespace, new() { Queries = [Leg, Leg] }, cancellationToken: token),
        ["queryTurbopufferNamespace"] = static (api, token) => api.QueryTurbopufferNamespaceAsync(Namespace, Native, cancellationToken: token),
        ["explainTurbopufferQuery"] = static (api, token) => api.ExplainTurbopufferQueryAsync(Namespace, Native, cancellationToken: token),
        ["listSearchHistory"] = static async (api, token) =>
        {
            await api.QueryNamespaceAsync(Namespace, new() { Vector = new float[] { 1, 0 } }, searchQuery: "kettle", tags: "a", cancellationToken: token);
            await api.ListSearchHistoryAsync(Namespace, cancellationToken: token);
        },
        ["listClickstream"] = static async (api, token) =>
        {
            await api.FetchDocumentAsync(Namespace, "doc_id", traceparent: Rows.Tricky.TraceParent, cancellationToken: token);
            await api.ListClickstreamAsync(Namespace, cancellationToken: token);
        },
        ["listKeys"] = static async (api, token) =>
        {
            await MintAsync(api, token);
            await api.ListKeysAsync(cancellationToken: token);
        },
        ["hintCacheWarm"] = static (api, token) => api.HintCacheWarmAsync(Namespace, blobs: true, blobBudgetBytes: 1, cancellationToken: token),
    };

    private static TurbopufferQueryRequest Leg => new() { AdditionalMembers = new Dictionary<string, JsonElement>(Native.AdditionalMembers!) };

    private static TurbopufferQueryRequest Native =>
        new() { AdditionalMembers = new Dictionary<string, JsonElement> { ["rank_by"] = Json("""["vector","ANN",[1,0]]"""), ["top_k"] = Json("2") } };

    private static Task<MintKeyResponse> MintAsync(IHevlayerApi api, CancellationToken token) => api.MintKeyAsync(new() { Name = "name" }, cancellationToken: token);

    private static async Task<string> ScanAsync(IHevlayerApi api, CancellationToken token) =>
        (await api.CreateScanAsync(Namespace, new() { Mode = ScanMode.Values, Field = "field" }, cancellationToken: token)).Job!.Id;

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static async Task<byte[]> ArrowAsync(CancellationToken token)
    {
        var batch = new RecordBatch.Builder().Append("id", false, new StringArray.Builder().Append("a").Build()).Build();
        using var stream = new MemoryStream();
        using var writer = new ArrowStreamWriter(stream, batch.Schema, leaveOpen: true);
        await writer.WriteRecordBatchAsync(batch, token);
        await writer.WriteEndAsync(token);
        return stream.ToArray();
    }
}
