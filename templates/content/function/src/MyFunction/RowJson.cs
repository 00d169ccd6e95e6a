using System.Text.Json.Serialization;

namespace MyFunction;

/// <summary>Reads and writes rows without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Summarised))]
internal sealed partial class RowJson : JsonSerializerContext;
