using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hevlayer.Local;

/// <summary>A search as bytes, for the log of a state.</summary>
[JsonSerializable(typeof(RecordedSearch))]
internal sealed partial class HistoryNotes : JsonSerializerContext
{
    public static byte[] Of(RecordedSearch search) => JsonSerializer.SerializeToUtf8Bytes(search, Default.RecordedSearch);

    public static RecordedSearch Search(byte[] bytes) => JsonSerializer.Deserialize(bytes, Default.RecordedSearch) ?? throw new JsonException("A search is missing.");
}
