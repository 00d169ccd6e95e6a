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
        EmitConverter(source, union);
        return source.ToString();
    }

    private static void EmitConverter(SourceText source, PropertyUnionModel union)
    {
        source.Raw($"<summary>Reads and writes <see cref=\"{union.Name}\"/>.</summary>");
        source.Line("[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]");
        source.Open($"public sealed class {union.Name}JsonConverter : JsonConverter<{union.Name}>");
        source.Raw("<inheritdoc />");
        source.Line($"public override {union.Name} Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>");
        source.Indented(() =>
        {
            source.Open($"Discriminator.Find(reader, {string.Join(", ", union.Cases.Select(one => $"\"{one.Discriminator}\""))}) switch");
            foreach (var one in union.Cases)
            {
                source.Line($"\"{one.Discriminator}\" => new() {{ {one.Name} = JsonSerializer.Deserialize(ref reader, HevlayerJsonContext.Default.{one.TypeName}) }},");
            }

            source.Line($"_ => throw new JsonException(\"The object is none of the cases of {union.Name}.\"),");
            source.Close(";");
        });
        source.Blank();
        source.Raw("<inheritdoc />");
        source.Open($"public override void Write(Utf8JsonWriter writer, {union.Name} value, JsonSerializerOptions options)");
        foreach (var one in union.Cases)
        {
            source.Open($"if (value.{one.Name} is {{ }} {char.ToLowerInvariant(one.Name[0])}{one.Name[1..]})");
            source.Line($"JsonSerializer.Serialize(writer, {char.ToLowerInvariant(one.Name[0])}{one.Name[1..]}, HevlayerJsonContext.Default.{one.TypeName});");
            source.Line("return;");
            source.Close();
            source.Blank();
        }

        source.Line("writer.WriteNullValue();");
        source.Close();
        source.Close();
    }
}
