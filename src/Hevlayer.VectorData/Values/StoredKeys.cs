using System.Globalization;

namespace Hevlayer.VectorData;

/// <summary>Keys of records as ids of rows, which are texts.</summary>
internal static class StoredKeys
{
    /// <summary>The allowed types in words.</summary>
    public const string Names = "string, Guid, int or long";

    public static bool IsValid(Type type) => type == typeof(string) || type == typeof(Guid) || type == typeof(int) || type == typeof(long);

    /// <summary>Whether ids are in the order of the keys; those of numbers are not, since 10 comes before 9.</summary>
    public static bool IsOrdered(Type type) => type == typeof(string) || type == typeof(Guid);

    /// <summary>The id of a key.</summary>
    /// <exception cref="ArgumentException">The key is null, empty or of another type.</exception>
    public static string Write(object? key) => key switch
    {
        string { Length: > 0 } text => text,
        string => throw new ArgumentException("The key is an empty text.", nameof(key)),
        Guid guid => guid.ToString(),
        int or long => ((IFormattable)key).ToString(null, CultureInfo.InvariantCulture),
        null => throw new ArgumentNullException(nameof(key)),
        _ => throw new ArgumentException($"The key is a {key.GetType().Name}; {Names} is needed.", nameof(key)),
    };

    /// <summary>The key of an id.</summary>
    /// <exception cref="FormatException">The id is not one of that type.</exception>
    public static object Read(string id, Type type) => type switch
    {
        _ when type == typeof(Guid) => Guid.Parse(id),
        _ when type == typeof(int) => int.Parse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        _ when type == typeof(long) => long.Parse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        _ => id,
    };
}
