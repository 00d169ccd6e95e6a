using System.Text.Json.Serialization;

namespace Hevlayer.Local;

/// <summary>The pages as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FaultList))]
[JsonSerializable(typeof(FaultView))]
[JsonSerializable(typeof(ClockView))]
[JsonSerializable(typeof(RequestList))]
internal sealed partial class PageJson : JsonSerializerContext;
