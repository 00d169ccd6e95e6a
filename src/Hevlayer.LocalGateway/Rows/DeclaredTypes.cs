using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>Attribute definitions that a caller sends: a type as text, or an object with a type and more.</summary>
internal static class DeclaredTypes
{
    private const string List = "[]";

    public static string TypeOf(string attribute, JsonElement definition)
    {
        var type = definition.ValueKind == JsonValueKind.Object && definition.TryGetProperty("type", out var member) ? member : definition;
        return type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : throw GatewayFault.Invalid($"the definition of '{attribute}' must be a type, or an object with a type");
    }

    /// <summary>Whether values that were taken for one type may be of the other.</summary>
    public static bool Agree(string learnt, string declared) => string.Equals(Family(learnt), Family(declared), StringComparison.Ordinal);

    private static string Family(string type) => type switch
    {
        _ when type.StartsWith(List, StringComparison.Ordinal) => List + Family(type[List.Length..]),
        "int" or "uint" or "float" => "number",
        "string" or "uuid" or "datetime" => "text",
        _ => type,
    };
}
