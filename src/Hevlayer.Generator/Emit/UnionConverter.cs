namespace Hevlayer.Generator.Emit;

/// <summary>The JSON converter of a union: what both kinds of union share, around what tells their cases apart.</summary>
/// <param name="Union">C# name of the union.</param>
/// <param name="Selector">Expression that the reader switches on.</param>
/// <param name="OtherwiseMessage">C# string literal of the error when no case fits.</param>
/// <param name="Cases">The cases, in the order of the spec.</param>
internal sealed record UnionConverter(
    string Union,
    string Selector,
    string OtherwiseMessage,
    IReadOnlyList<UnionConverterCase> Cases)
{
    public void Emit(SourceText source)
    {
        source.Raw($"<summary>Reads and writes <see cref=\"{Union}\"/>.</summary>");
        source.Line("[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]");
        source.Open($"public sealed class {Union}JsonConverter : JsonConverter<{Union}>");
        EmitRead(source);
        source.Blank();
        EmitWrite(source);
        source.Close();
    }

    private void EmitRead(SourceText source)
    {
        source.Raw("<inheritdoc />");
        source.Line($"public override {Union} Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>");
        source.Indented(() =>
        {
            source.Open($"{Selector} switch");
            foreach (var one in Cases)
            {
                source.Line($"{one.Pattern} => {one.ReadExpression},");
            }

            source.Line($"_ => throw new JsonException({OtherwiseMessage}),");
            source.Close(";");
        });
    }

    private void EmitWrite(SourceText source)
    {
        source.Raw("<inheritdoc />");
        source.Open($"public override void Write(Utf8JsonWriter writer, {Union} value, JsonSerializerOptions options)");
        foreach (var one in Cases)
        {
            source.Open($"if (value.{one.Member} is {{ }} {one.Variable})");
            source.Line(one.WriteStatement);
            source.Line("return;");
            source.Close();
            source.Blank();
        }

        source.Line("writer.WriteNullValue();");
        source.Close();
    }
}
