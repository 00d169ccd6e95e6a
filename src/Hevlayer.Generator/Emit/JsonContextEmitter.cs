using System.Text.RegularExpressions;
using Hevlayer.Generator.Model;

namespace Hevlayer.Generator.Emit;

/// <summary>The context that lets every body be read and written without reflection.</summary>
internal static partial class JsonContextEmitter
{
    public static string Emit(ApiModel model)
    {
        var source = SourceText.File("System.Text.Json.Serialization");
        source.Summary("JSON metadata of every body that goes on the wire, made at build time.");
        foreach (var name in Roots(model))
        {
            source.Line($"[JsonSerializable(typeof({name}))]");
        }

        source.Line("[JsonSourceGenerationOptions(");
        source.Indented(() =>
        {
            source.Line("DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,");
            source.Line("RespectNullableAnnotations = true,");
            source.Line("Converters = [typeof(VectorJsonConverter)])]");
        });
        source.Line("internal sealed partial class HevlayerJsonContext : JsonSerializerContext;");
        return source.ToString();
    }

    /// <summary>The name that the context gives to a type.</summary>
    public static string MemberName(string typeName)
    {
        var words = Word().Matches(typeName).Select(match => match.Value).Select(Cased);
        return string.Concat(words);
    }

    private static IEnumerable<string> Roots(ApiModel model) =>
        model.Types.Select(type => type.Name)
            .Concat(model.Operations.Select(operation => operation.Reply).OfType<TypeReference>().Where(IsJson).Select(reply => reply.Name))
            .Concat(model.Types.OfType<TokenUnionModel>().SelectMany(union => union.Cases).Select(one => one.Type.Name))
            .Append("AttributeMap")
            .Append("AttributeValue")
            .Append("Row")
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static bool IsJson(TypeReference type) => type != TypeReference.Bytes;

    private static string Cased(string word) => word switch
    {
        "bool" => "Boolean",
        "int" => "Int32",
        _ => char.ToUpperInvariant(word[0]) + word[1..],
    };

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
