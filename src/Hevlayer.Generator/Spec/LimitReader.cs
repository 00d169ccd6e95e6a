using System.Globalization;
using Hevlayer.Generator.Model;
using NJsonSchema;

namespace Hevlayer.Generator.Spec;

/// <summary>Reads the limits of whole numbers, lists and bytes; a fraction has bounds of its own kind, which nobody checks.</summary>
internal static class LimitReader
{
    public static Limits Read(JsonSchema schema) => schema.ActualSchema switch
    {
        { Type: JsonObjectType.Integer } number => Limits.None with
        {
            Minimum = Whole(number.Minimum),
            Maximum = Whole(number.Maximum),
            Default = Whole(number.Default),
        },
        { Type: JsonObjectType.Array } list => Limits.None with
        {
            MinItems = list.MinItems > 0 ? list.MinItems : null,
            MaxItems = list.MaxItems > 0 ? list.MaxItems : null,
        },
        { Type: JsonObjectType.String, Format: "binary" } bytes => Limits.None with { MinBytes = bytes.MinLength, MaxBytes = bytes.MaxLength },
        _ => Limits.None,
    };

    private static long? Whole(object? value) => value is null ? null : Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
