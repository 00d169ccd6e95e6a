using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace Hevlayer;

/// <summary>Bodies to bytes and back, with metadata made at build time.</summary>
internal sealed class HevlayerContentSerializer : IHttpContentSerializer
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    public HttpContent ToHttpContent<T>(T item)
    {
        // Written once, before the first attempt: a repeat sends the same bytes.
        var bytes = item is null ? EmptyObject : JsonSerializer.SerializeToUtf8Bytes(item, TypeInfo<T>());
        return new ByteArrayContent(bytes) { Headers = { ContentType = Json } };
    }

    public async Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        if (content is BufferedReplyContent { Bytes: var bytes })
        {
            return JsonSerializer.Deserialize(bytes.Span, TypeInfo<T>()) ?? throw IsNull();
        }

        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return await JsonSerializer.DeserializeAsync(stream, TypeInfo<T>(), cancellationToken).ConfigureAwait(false) ?? throw IsNull();
    }

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;

    private static JsonException IsNull() => new("The reply is null.");

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)HevlayerJson.Options.GetTypeInfo(typeof(T));
}
