using Hevlayer.Generator.Model;
using Hevlayer.Generator.Passes;

namespace Hevlayer.Generator.Emit;

/// <summary>One sealed record for each object of the wire.</summary>
internal static class RecordEmitter
{
    public static string Emit(RecordModel record, bool isSent)
    {
        var source = SourceText.File(
            "System.Diagnostics.CodeAnalysis",
            "System.Text.Json",
            "System.Text.Json.Serialization");
        source.Summary(record.Description);
        source.Open($"public sealed partial record {record.Name}");
        var isFirst = true;
        foreach (var property in record.Properties)
        {
            Separate(source, ref isFirst);
            EmitProperty(source, property, isSent);
            if (property.IsEpochMilliseconds)
            {
                source.Blank();
                EmitTimeView(source, property);
            }
        }

        if (record.KeepsUnknownMembers)
        {
            Separate(source, ref isFirst);
            EmitUnknownMembers(source);
        }

        if (record.Properties.Any(property => property.IsSecret))
        {
            Separate(source, ref isFirst);
            EmitText(source, record);
        }

        source.Close();
        return source.ToString();
    }

    private static void Separate(SourceText source, ref bool isFirst)
    {
        if (!isFirst)
        {
            source.Blank();
        }

        isFirst = false;
    }

    private static void EmitProperty(SourceText source, PropertyModel property, bool isSent)
    {
        source.Summary(property.Description);
        source.Line($"[JsonPropertyName(\"{property.WireName}\")]");
        if (isSent && NamingMembers.ConverterOf(property) is { } converter)
        {
            source.Line($"[JsonConverter(typeof({converter}))]");
        }

        if (property.IsEmptyWhenAbsent)
        {
            // The setter mends a missing value too: readers made at build time assign init members in any case.
            source.Line("[AllowNull]");
            source.Line($"public {property.Type.Name} {property.Name} {{ get; init => field = value ?? {Empty(property.Type)}; }} = {Empty(property.Type)};");
            return;
        }

        source.Line(property.IsRequired
            ? $"public required {property.Type.Name} {property.Name} {{ get; init; }}"
            : $"public {property.Type.Name}? {property.Name} {{ get; init; }}");
    }

    private static string Empty(TypeReference type) =>
        type.Collection == CollectionKind.Map
            ? type.Name.Replace("IReadOnlyDictionary", "System.Collections.ObjectModel.ReadOnlyDictionary", StringComparison.Ordinal) + ".Empty"
            : "[]";

    private static void EmitTimeView(SourceText source, PropertyModel property)
    {
        var view = property.Name.EndsWith("Ms", StringComparison.Ordinal) ? property.Name[..^2] : property.Name + "Time";
        source.Raw($"<summary><see cref=\"{property.Name}\"/> as a point in time.</summary>");
        source.Line("[JsonIgnore]");
        source.Line(property.IsRequired
            ? $"public DateTimeOffset {view} => EpochMilliseconds.ToTime({property.Name});"
            : $"public DateTimeOffset? {view} => EpochMilliseconds.ToTime({property.Name});");
    }

    // A record prints all its members unless told otherwise, and texts end up in logs.
    private static void EmitText(SourceText source, RecordModel record)
    {
        var members = record.Properties.Select(property =>
            property.IsSecret ? $"{property.Name} = ***" : $"{property.Name} = {{{property.Name}}}");
        source.Summary("The members as text, without the secret.");
        source.Line("public override string ToString() =>");
        source.Indented(() => source.Line($"$\"{record.Name} {{{{ {string.Join(", ", members)} }}}}\";"));
    }

    private static void EmitUnknownMembers(SourceText source)
    {
        source.Summary("Members that have no property here, kept as they came and sent as they are; null when there are none.");
        source.Line("[JsonExtensionData]");
        source.Line("public IDictionary<string, JsonElement>? AdditionalMembers { get; set; }");
    }
}
