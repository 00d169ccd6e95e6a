using System.Text.Json.Serialization;
using Hevlayer.Workers;

namespace Hevlayer.Tool;

/// <summary>The JSON of the answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<PipelineView>))]
[JsonSerializable(typeof(PipelineView))]
[JsonSerializable(typeof(FailuresView))]
[JsonSerializable(typeof(RedriveReport))]
[JsonSerializable(typeof(ReconcileReport))]
[JsonSerializable(typeof(RunEstimate))]
[JsonSerializable(typeof(ExplanationView))]
[JsonSerializable(typeof(AddressView))]
internal sealed partial class OutputJson : JsonSerializerContext;
