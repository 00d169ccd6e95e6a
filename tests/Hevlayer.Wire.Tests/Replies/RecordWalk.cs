using System.Collections;
using System.Text.Json;

namespace Hevlayer.Wire.Tests.Replies;

/// <summary>Reads every property of a parsed reply, as deep as the records go.</summary>
internal static class RecordWalk
{
    private const string Unknown = "AdditionalMembers";

    /// <summary>Members that records with properties of their own kept as unknown, by record and name.</summary>
    public static IReadOnlyList<string> UnknownMembers(object? value)
    {
        var found = new List<string>();
        Visit(value, found);
        return found;
    }

    private static void Visit(object? value, List<string> found)
    {
        switch (value)
        {
            case null or string or JsonElement or AttributeMap or AttributeValue or Row:
                return;
            case IDictionary map:
                VisitAll(map.Values, found);
                return;
            case IEnumerable list:
                VisitAll(list, found);
                return;
            case var record when record.GetType().Namespace == nameof(Hevlayer):
                VisitProperties(record, found);
                return;
        }
    }

    private static void VisitAll(IEnumerable values, List<string> found)
    {
        foreach (var value in values)
        {
            Visit(value, found);
        }
    }

    private static void VisitProperties(object record, List<string> found)
    {
        var type = record.GetType();
        var properties = type.GetProperties().Where(static property => property.GetMethod!.IsStatic is false).ToList();
        foreach (var property in properties)
        {
            var value = property.GetValue(record);
            if (property.Name != Unknown)
            {
                Visit(value, found);
            }
            else if (properties.Count > 1 && value is IDictionary<string, JsonElement> members)
            {
                found.AddRange(members.Keys.Select(name => $"{type.Name}.{name}"));
            }
        }
    }
}
