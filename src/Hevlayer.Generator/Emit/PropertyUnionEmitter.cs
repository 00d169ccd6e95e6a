using Hevlayer.Generator.Model;

namespace Hevlayer.Generator.Emit;

/// <summary>A record with one member a case, and a converter that looks for the property that only one case has.</summary>
internal static class PropertyUnionEmitter
{
    public static string Emit(PropertyUnionModel union)
    {
        var source = SourceText.File("System.Text.Json", "System.Text.Json.Serialization");
        source.Summary(union.Description);
        source.Line($"[JsonConverter(typeof({union.Name}JsonConverter))]");
        source.Open($"public sealed partial record {union.Name}");
        var isFirst = true;
        foreach (var one in union.Cases)
        {
            if (!isFirst)
            {
                source.Blank();
            }

            isFirst = false;
            source.Raw($"<summary>Set when the value is a <see cref=\"{one.TypeName}\"/>; null otherwise.</summary>");
            source.Line($"public {one.TypeName}? {one.Name} {{ get; init; }}");
        }

        source.Close();
        source.Blank();
        Converter(union).Emit(source);
        return source.ToString();
    }

    private static UnionConverter Converter(PropertyUnionModel union) => new(
        union.Name,
        $"Discriminator.Find(reader, {string.Join(", ", union.Cases.Select(one => $"\"{one.Discriminator}\""))})",
        $"\"The object is none of the cases of {union.Name}.\"",
        [.. union.Cases.Select(ConverterCase)]);

    private static UnionConverterCase ConverterCase(PropertyUnionCase one)
    {
        var variable = char.ToLowerInvariant(one.Name[0]) + one.Name[1..];
        return new(
            $"\"{one.Discriminator}\"",
            $"new() {{ {one.Name} = JsonSerializer.Deserialize(ref reader, Discriminator.InfoOf<{one.TypeName}>(options)) }}",
            one.Name,
            variable,
            $"JsonSerializer.Serialize(writer, {variable}, HevlayerJsonContext.Default.{one.TypeName});");
    }
}
