using System.Text.Json.Serialization;

namespace Hevlayer.Workers.Tests;

/// <summary>Reads and writes the types of the functions without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Digest))]
[JsonSerializable(typeof(string))]
internal sealed partial class ArticleJson : JsonSerializerContext;
