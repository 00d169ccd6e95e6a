using Hevlayer.Generator.Model;

namespace Hevlayer.Generator.Emit;

/// <summary>A text with known constants; tomorrow's values survive a round trip.</summary>
internal static class OpenEnumEmitter
{
    public static string Emit(OpenEnumModel type)
    {
        var source = SourceText.File("System.Text.Json.Serialization");
        source.Summary(type.Description);
        source.Remarks("Any text is allowed: a value that is not listed here is kept as it came.");
        source.Line($"[JsonConverter(typeof(OpenEnumJsonConverter<{type.Name}>))]");
        source.Open($"public readonly record struct {type.Name} : IOpenEnum<{type.Name}>");
        source.Line("private readonly string? _value;");
        source.Blank();
        source.Summary("Wraps a text.");
        source.Param("value", "The text as it stands on the wire.");
        source.Raw("<exception cref=\"ArgumentNullException\">The text is null.</exception>");
        source.Open($"public {type.Name}(string value)");
        source.Line("ArgumentNullException.ThrowIfNull(value);");
        source.Line("_value = value;");
        source.Close();
        foreach (var value in type.Values)
        {
            source.Blank();
            source.Summary($"{value.Description.TrimEnd('.')} ({value.WireValue}).");
            source.Line($"public static {type.Name} {value.Name} {{ get; }} = new(\"{value.WireValue}\");");
        }

        EmitTextMembers(source, type.Name);
        source.Close();
        return source.ToString();
    }

    private static void EmitTextMembers(SourceText source, string name)
    {
        source.Blank();
        source.Summary("The text as it stands on the wire; empty for the default value.");
        source.Line("public string Value => _value ?? string.Empty;");
        source.Blank();
        source.Summary("Wraps a text.");
        source.Param("value", "The text as it stands on the wire.");
        source.Line($"public static implicit operator {name}(string value) => new(value);");
        source.Blank();
        source.Raw("<inheritdoc />");
        source.Line($"static {name} IOpenEnum<{name}>.Create(string value) => new(value);");
        source.Blank();
        source.Raw("<inheritdoc />");
        source.Line("public override string ToString() => Value;");
    }
}
