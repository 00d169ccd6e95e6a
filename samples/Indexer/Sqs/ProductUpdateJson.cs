using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hevlayer.Indexer;

/// <summary>The JSON of messages.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ProductUpdate))]
[JsonSerializable(typeof(IReadOnlyList<ProductUpdate>))]
internal sealed partial class ProductUpdateJson : JsonSerializerContext;
