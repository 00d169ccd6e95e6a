using System.Text.Json.Serialization;

namespace Hevlayer.Local;

/// <summary>The pages as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FaultList))]
[JsonSerializable(typeof(FaultView))]
[JsonSerializable(typeof(ClockView))]
[JsonSerializable(typeof(RequestList))]
[JsonSerializable(typeof(PipelineOverview))]
[JsonSerializable(typeof(PipelineDetail))]
[JsonSerializable(typeof(DocumentDetail))]
[JsonSerializable(typeof(FailedList))]
[JsonSerializable(typeof(WorkerList))]
[JsonSerializable(typeof(FunctionList))]
[JsonSerializable(typeof(FunctionDetail))]
[JsonSerializable(typeof(NamespaceOverview))]
[JsonSerializable(typeof(NamespaceDetail))]
[JsonSerializable(typeof(StateView))]
internal sealed partial class PageJson : JsonSerializerContext;
