using NJsonSchema;

namespace Hevlayer.Generator.Spec;

/// <summary>The <c>x-hev-*</c> members of the spec.</summary>
internal static class SpecExtensions
{
    public const string Type = "x-hev-type";
    public const string Union = "x-hev-union";
    public const string Cases = "x-hev-cases";
    public const string Values = "x-hev-values";
    public const string Epoch = "x-hev-epoch";
    public const string MayBeAbsent = "x-hev-may-be-absent";
    public const string Secret = "x-hev-secret";
    public const string KeepsUnknown = "x-hev-keeps-unknown";
    public const string Result = "x-hev-result";
    public const string Idempotent = "x-hev-idempotent";
    public const string RepeatEarly = "x-hev-repeat-early";
    public const string Scope = "x-hev-scope";
    public const string Edition = "x-hev-edition";
    public const string Turbopuffer = "x-hev-turbopuffer";
    public const string TurbopufferWrites = "x-hev-turbopuffer-writes";

    public static string? TextExtension(this IDictionary<string, object?>? extensions, string name) =>
        extensions is not null && extensions.TryGetValue(name, out var value) ? value?.ToString() : null;

    public static bool FlagExtension(this IDictionary<string, object?>? extensions, string name) =>
        bool.TryParse(extensions.TextExtension(name), out var flag) && flag;

    public static IReadOnlyList<KeyValuePair<string, string>> PairsExtension(this JsonSchema schema, string name) =>
        schema.ExtensionData is not null
        && schema.ExtensionData.TryGetValue(name, out var value)
        && value is IDictionary<string, object?> pairs
            ? [.. pairs.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.ToString() ?? string.Empty))]
            : [];
}
