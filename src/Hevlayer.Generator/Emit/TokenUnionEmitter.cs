using Hevlayer.Generator.Model;

namespace Hevlayer.Generator.Emit;

/// <summary>A struct with one member a case, and a converter that decides by the first token, never by trial.</summary>
internal static class TokenUnionEmitter
{
    public static string Emit(TokenUnionModel union)
    {
        var source = SourceText.File(
            "System.Diagnostics.CodeAnalysis",
            "System.Text.Json",
            "System.Text.Json.Serialization");
        source.Summary(union.Description);
        source.Line($"[JsonConverter(typeof({union.Name}JsonConverter))]");
        source.Open($"public readonly record struct {union.Name}");
        for (var index = 0; index < union.Cases.Count; index++)
        {
            EmitCase(source, union.Name, union.Cases[index], isFirst: index == 0);
        }

        source.Close();
        source.Blank();
        Converter(union).Emit(source);
        return source.ToString();
    }

    private static void EmitCase(SourceText source, string name, TokenUnionCase one, bool isFirst)
    {
        if (!isFirst)
        {
            source.Blank();
        }

        source.Summary($"Set when the value is {Article(one.Token)}; null otherwise.");
        source.Line($"public {one.Type.Name}? {one.Name} {{ get; private init; }}");
        if (one.Type.Collection == CollectionKind.List)
        {
            // C# has no conversions from interfaces, so the list gets a factory and the array a conversion.
            source.Blank();
            source.Summary($"Wraps {Article(one.Token)}.");
            source.Param("value", "The value.");
            source.Line($"public static {name} From({one.Type.Name} value) => new() {{ {one.Name} = value }};");
        }

        source.Blank();
        source.Summary($"Wraps {Article(one.Token)}.");
        source.Param("value", "The value.");
        source.Line($"public static implicit operator {name}({ConversionType(one.Type)} value) => new() {{ {one.Name} = value }};");
    }

    private static string ConversionType(TypeReference type) =>
        type.Collection == CollectionKind.List
            ? type.Name.Replace("IReadOnlyList<", string.Empty, StringComparison.Ordinal).Replace(">", "[]", StringComparison.Ordinal)
            : type.Name;

    private static string Article(string token) => token switch
    {
        "array" => "a list",
        "object" => "an object",
        "integer" => "a whole number",
        "string" => "a text",
        _ => $"a {token}",
    };

    private static UnionConverter Converter(TokenUnionModel union) => new(
        union.Name,
        "reader.TokenType",
        $"$\"Unexpected {{reader.TokenType}} for {union.Name}.\"",
        [.. union.Cases.Select(one => new UnionConverterCase(Tokens(one.Token), ReadExpression(one), one.Name, $"{one.Token}Value", WriteStatement(one)))]);

    private static string Tokens(string token) => token switch
    {
        "boolean" => "JsonTokenType.True or JsonTokenType.False",
        "string" => "JsonTokenType.String",
        "integer" => "JsonTokenType.Number",
        "array" => "JsonTokenType.StartArray",
        _ => "JsonTokenType.StartObject",
    };

    private static string ReadExpression(TokenUnionCase one) => one.Token switch
    {
        "boolean" => "reader.GetBoolean()",
        "string" => "reader.GetString()!",
        "integer" => "reader.GetInt32()",
        "array" => $"JsonSerializer.Deserialize(ref reader, HevlayerJsonContext.Default.{ContextName(one.Type)})!.ToArray()",
        _ => $"JsonSerializer.Deserialize(ref reader, HevlayerJsonContext.Default.{ContextName(one.Type)})!",
    };

    private static string WriteStatement(TokenUnionCase one) => one.Token switch
    {
        "boolean" => "writer.WriteBooleanValue(booleanValue);",
        "string" => "writer.WriteStringValue(stringValue);",
        "integer" => "writer.WriteNumberValue(integerValue);",
        _ => $"JsonSerializer.Serialize(writer, {one.Token}Value, HevlayerJsonContext.Default.{ContextName(one.Type)});",
    };

    private static string ContextName(TypeReference type) => JsonContextEmitter.MemberName(type.Name);
}
