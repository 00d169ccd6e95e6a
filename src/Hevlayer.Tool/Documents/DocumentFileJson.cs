using System.Text.Json.Serialization;

namespace Hevlayer.Tool;

/// <summary>The JSON of documents in a file.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DocumentLine))]
internal sealed partial class DocumentFileJson : JsonSerializerContext;
