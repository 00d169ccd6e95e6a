using System.Text.Json.Nodes;

namespace Hevlayer.Indexer.Tests;

/// <summary>The definition of the resource Pipeline, as the operator installs it.</summary>
internal static class PipelineDefinition
{
    private static readonly JsonObject Definition = (JsonObject)JsonNode.Parse(Repository.Read("tests/Hevlayer.Indexer.Tests/Resources/pipeline-crd.json"))!;

    /// <summary>What a cluster would refuse in a resource.</summary>
    public static IReadOnlyList<string> Problems(JsonNode? resource)
    {
        if (resource is not JsonObject fields)
        {
            return ["The resource is no object."];
        }

        var (group, kind) = (Definition["group"]!.GetValue<string>(), Definition["kind"]!.GetValue<string>());
        var version = Definition["versions"]!.AsArray().SingleOrDefault(one =>
            one!["served"]!.GetValue<bool>() && $"{group}/{one["name"]!.GetValue<string>()}" == fields["apiVersion"]?.GetValue<string>());
        if (version is null || fields["kind"]?.GetValue<string>() != kind)
        {
            return [$"{fields["apiVersion"]} {fields["kind"]} is not served; {kind} of {group} is."];
        }

        return [.. OfMetadata(fields["metadata"]), .. CrdSchema.Problems(Schema(version), Without(fields, "apiVersion", "kind", "metadata"), "$")];
    }

    private static JsonObject Schema(JsonNode version) => version["schema"]!.AsObject();

    private static IEnumerable<string> OfMetadata(JsonNode? metadata)
    {
        if (metadata?["name"]?.GetValue<string>() is not { Length: > 0 and <= 253 } name || name.Any(static sign => !char.IsAsciiLetterLower(sign) && !char.IsAsciiDigit(sign) && sign is not ('-' or '.')))
        {
            yield return "$.metadata.name is no name of a resource.";
        }
    }

    private static JsonObject Without(JsonObject fields, params string[] names)
    {
        var rest = (JsonObject)fields.DeepClone();
        foreach (var name in names)
        {
            rest.Remove(name);
        }

        return rest;
    }
}
