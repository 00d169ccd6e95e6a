using System.Text.Json.Serialization;

namespace Hevlayer.AotTest;

/// <summary>Reads and writes rows without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Passage))]
[JsonSerializable(typeof(Counted))]
internal sealed partial class RowJson : JsonSerializerContext;
