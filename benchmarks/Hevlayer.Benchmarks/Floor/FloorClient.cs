using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hevlayer.Benchmarks;

/// <summary>
/// What an expert writes by hand for a route: no deadline of its own, no retry, no error but an exception, and only the
/// fields that this one app needs.
/// </summary>
internal sealed class FloorClient : IDisposable
{
    private static readonly FloorJsonContext Json = FloorJsonContext.Default;
    private static readonly MediaTypeHeaderValue MediaType = new("application/json");

    private readonly HttpClient _http;

    public FloorClient(Uri address)
        : this(new HttpClient(new SocketsHttpHandler()), address)
    {
    }

    /// <summary>The floor's code over handlers that are not the floor's.</summary>
    public FloorClient(HttpClient http, Uri address)
    {
        _http = http;
        _http.BaseAddress = address;
        _http.DefaultRequestHeaders.Authorization = new("Bearer", "benchmark");
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("floor/1.0");
    }

    public Task<FloorClaimed> ClaimAsync(string pipeline, FloorClaim body) =>
        SendAsync(HttpMethod.Post, $"/v2/pipelines/{Uri.EscapeDataString(pipeline)}/claim", body, Json.FloorClaim, Json.FloorClaimed);

    public Task<FloorStage> HeartbeatAsync(string pipeline, FloorHeartbeat body) =>
        SendAsync(HttpMethod.Post, $"/v2/pipelines/{Uri.EscapeDataString(pipeline)}/documents/heartbeat", body, Json.FloorHeartbeat, Json.FloorStage);

    public Task<FloorStaged> PutChunksAsync(string pipeline, string document, FloorChunks body) =>
        SendAsync(HttpMethod.Put, $"/v2/pipelines/{Uri.EscapeDataString(pipeline)}/documents/{Uri.EscapeDataString(document)}", body, Json.FloorChunks, Json.FloorStaged);

    public async Task<IReadOnlyList<FloorChunk>> GetChunksAsync(string pipeline, string document)
    {
        var path = $"/v2/pipelines/{Uri.EscapeDataString(pipeline)}/documents/{Uri.EscapeDataString(document)}/chunks";
        using var response = await _http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(Json.IReadOnlyListFloorChunk))!;
    }

    public Task<FloorStatus> PutVectorsAsync(string pipeline, string document, FloorVectors body) =>
        SendAsync(HttpMethod.Put, $"/v2/pipelines/{Uri.EscapeDataString(pipeline)}/documents/{Uri.EscapeDataString(document)}/vectors", body, Json.FloorVectors, Json.FloorStatus);

    public Task<FloorRows> QueryAsync(string space, FloorQuery body) =>
        SendAsync(HttpMethod.Post, $"/v2/namespaces/{Uri.EscapeDataString(space)}/query", body, Json.FloorQuery, Json.FloorRows);

    public void Dispose() => _http.Dispose();

    private async Task<TReply> SendAsync<TBody, TReply>(HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TReply> replyType)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, bodyType)) { Headers = { ContentType = MediaType } },
        };
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(replyType))!;
    }
}
