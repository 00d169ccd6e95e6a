using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Hevlayer.Fuzz.Tests.Replies;

/// <summary>Finds null where the types of a reply promise that there is none.</summary>
internal static class NullWalk
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(PropertyInfo Property, NullabilityInfo Nullability)>> Known = new();

    /// <summary>Where the first broken promise is; null when all are kept.</summary>
    public static string? Find(object? value) => Find(value, value?.GetType().Name ?? "reply", elements: null);

    private static string? Find(object? value, string place, NullabilityInfo? elements) => value switch
    {
        null or string or JsonElement or byte[] or Stream => null,
        IDictionary map => Items(map.Values, $"{place}{{}}", elements?.GenericTypeArguments.ElementAtOrDefault(1)),
        IEnumerable list => Items(list, $"{place}[]", elements?.ElementType ?? elements?.GenericTypeArguments.FirstOrDefault()),
        _ when value.GetType().Namespace == nameof(Hevlayer) => Members(value, place),
        _ => null,
    };

    private static string? Items(IEnumerable items, string place, NullabilityInfo? item)
    {
        foreach (var value in items)
        {
            if (value is null && item is { ReadState: NullabilityState.NotNull })
            {
                return $"{place} is null";
            }

            if (Find(value, place, item) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? Members(object record, string place)
    {
        foreach (var (property, nullability) in Known.GetOrAdd(record.GetType(), Properties))
        {
            var value = property.GetValue(record);
            var inner = $"{place}.{property.Name}";
            if (value is null && nullability.ReadState == NullabilityState.NotNull)
            {
                return $"{inner} is null";
            }

            if (value is JsonElement { ValueKind: JsonValueKind.Undefined })
            {
                return $"{inner} is an undefined element";
            }

            if (Find(value, inner, nullability) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static IReadOnlyList<(PropertyInfo Property, NullabilityInfo Nullability)> Properties(Type type)
    {
        var context = new NullabilityInfoContext();
        return
        [
            .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
               where property.GetIndexParameters().Length == 0
               select (property, context.Create(property)),
        ];
    }
}
