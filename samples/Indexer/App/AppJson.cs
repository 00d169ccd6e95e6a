using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hevlayer.Indexer;

/// <summary>The JSON of the routes.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IReadOnlyList<ProductUpdate>))]
[JsonSerializable(typeof(IEnumerable<IndexRunView>))]
[JsonSerializable(typeof(IndexRunView))]
[JsonSerializable(typeof(string))]
internal sealed partial class AppJson : JsonSerializerContext;
