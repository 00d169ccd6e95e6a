using System.Text.Json.Serialization;

namespace Hevlayer.Samples.Functions;

/// <summary>Reads and writes rows without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Summary))]
internal sealed partial class RowJson : JsonSerializerContext;
