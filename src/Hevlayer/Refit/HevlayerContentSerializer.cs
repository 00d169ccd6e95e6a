using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace Hevlayer;

/// <summary>Bodies to bytes and back, with metadata made at build time.</summary>
/// <param name="compressFrom">Bytes from which on a request's body is compressed; null for never.</param>
internal sealed class HevlayerContentSerializer(int? compressFrom) : IHttpContentSerializer, ISynchronousContentSerializer
{
    private const string Json = "application/json";

    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    // Written once, before the first attempt: a retry sends the same bytes.
    public HttpContent ToHttpContent<T>(T item)
    {
        HttpContent content = item is null ? new ByteArrayContent(EmptyObject) : BodyWriter.Write(item, TypeInfo<T>(), compressFrom);
        content.Headers.TryAddWithoutValidation("Content-Type", Json);
        return content;
    }

    public HttpContent ToHttpContentSynchronous<T>(T item) => ToHttpContent(item);

    public HttpContent ToStreamingHttpContent<T>(T item) => ToHttpContent(item);

    public async Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        if (content is BufferedReplyContent { Bytes: var bytes })
        {
            return ReplyJson.Whole(JsonSerializer.Deserialize(bytes.Span, ReplyJson.Info<T>()) ?? throw IsNull());
        }

        var stream = content is StreamedReplyContent { Body: var body }
            ? body
            : await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return ReplyJson.Whole(await JsonSerializer.DeserializeAsync(stream, ReplyJson.Info<T>(), cancellationToken).ConfigureAwait(false) ?? throw IsNull());
    }

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;

    private static JsonException IsNull() => new("The reply is null.");

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)HevlayerJson.Options.GetTypeInfo(typeof(T));
}
