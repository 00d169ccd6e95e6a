using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hevlayer;

/// <summary>
/// How replies are read: like all JSON of the client, and without null where the contract promises an element. What C# says
/// of nullable members does not reach the elements of lists and maps.
/// </summary>
internal static class ReplyJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    /// <summary>Refuses a list or map with a null in it.</summary>
    /// <exception cref="JsonException">There is a null in it.</exception>
    public static T Whole<T>(T value)
    {
        Check(value, "the reply");
        return value;
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(HevlayerJson.Options)
        {
            TypeInfoResolver = HevlayerJsonContext.Default.WithAddedModifier(CheckAfterReading),
        };
        options.MakeReadOnly();
        return options;
    }

    private static void CheckAfterReading(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        JsonPropertyInfo[] lists = [.. type.Properties.Where(static member => member.Get is not null && MayHoldNull(member.PropertyType))];
        if (lists.Length > 0)
        {
            type.OnDeserialized = value =>
            {
                foreach (var member in lists)
                {
                    Check(member.Get!(value), member.Name);
                }
            };
        }
    }

    private static bool MayHoldNull(Type type) =>
        typeof(IEnumerable<object>).IsAssignableFrom(type)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) && !type.GenericTypeArguments[1].IsValueType);

    private static void Check(object? value, string name)
    {
        switch (value)
        {
            case IEnumerable<object?> items:
                CheckItems(items, name);
                break;
            case IDictionary map:
                CheckItems(map.Values.Cast<object?>(), name);
                break;
            default:
                break;
        }
    }

    private static void CheckItems(IEnumerable<object?> items, string name)
    {
        foreach (var item in items)
        {
            if (item is null)
            {
                throw new JsonException($"There is a null in {name}.");
            }

            // A list in a list is no member of anything.
            if (item is IEnumerable and not string)
            {
                Check(item, name);
            }
        }
    }
}
