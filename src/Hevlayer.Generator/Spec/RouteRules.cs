using NSwag;

namespace Hevlayer.Generator.Spec;

/// <summary>
/// Routes as they go on the wire. Three operations share their route with another one; the spec sets them apart with a
/// fragment, because a path may stand there only once, and the wire with a query parameter of one fixed value.
/// </summary>
internal static class RouteRules
{
    public static string WithoutFragment(string path) => path.Split('#')[0];

    /// <summary>The route of <c>METHOD route</c>; only the same method can carry the same call.</summary>
    public static string? WithoutMethod(string? text, string method)
    {
        if (text is null)
        {
            return null;
        }

        var parts = text.Split(' ');
        return parts.Length == 2 && string.Equals(parts[0], method, StringComparison.OrdinalIgnoreCase)
            ? parts[1]
            : throw new InvalidDataException($"'{text}' is not '{method} ROUTE'.");
    }

    public static bool IsFixed(OpenApiParameter parameter) =>
        parameter.Kind == OpenApiParameterKind.Query && parameter.Schema.Enumeration.Count == 1;

    public static string FixedQuery(OpenApiOperation operation) =>
        operation.Parameters.FirstOrDefault(IsFixed) is { } parameter
            ? $"{parameter.Name}={parameter.Schema.Enumeration.Single()}"
            : string.Empty;
}
