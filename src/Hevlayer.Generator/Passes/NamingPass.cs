using System.Text;

namespace Hevlayer.Generator.Passes;

/// <summary>Names of the wire in C#: the same words, cased as C# cases them, with few exceptions that each have a reason.</summary>
internal static class NamingPass
{
    private static readonly Dictionary<string, string> TypeNames = new()
    {
        // "Error" alone says nothing in a namespace that also has exceptions.
        ["Error"] = "ErrorBody",
        ["AuthError"] = "AuthErrorBody",
    };

    private static readonly Dictionary<(string Schema, string Field), string> PropertyNames = new()
    {
        // One letter saves bytes on the wire, not in code.
        [("ScanValue", "v")] = "Value",
        [("ScanValue", "n")] = "Count",
        [("SnapshotValueCount", "v")] = "Value",
        [("SnapshotValueCount", "n")] = "Count",
    };

    private static readonly Dictionary<string, string> ParameterNames = new()
    {
        // A reserved word in C#.
        ["namespace"] = "namespaceName",
        ["doc_id"] = "documentId",
        ["x-hevlayer-search-query"] = "searchQuery",
        ["x-hevlayer-tags"] = "tags",
    };

    private static readonly Dictionary<string, string> AreaNames = new()
    {
        ["udfs"] = "Functions",
        ["vectorstores"] = "VectorStores",
    };

    public static string TypeName(string schemaName) => TypeNames.GetValueOrDefault(schemaName, schemaName);

    public static string PropertyName(string schemaName, string wireName) =>
        PropertyNames.TryGetValue((schemaName, wireName), out var name) ? name : Pascal(wireName);

    public static string ParameterName(string wireName) =>
        ParameterNames.TryGetValue(wireName, out var name) ? name : Camel(wireName);

    public static string OperationName(string operationId) => Pascal(operationId) + "Async";

    public static string AreaName(string tag) => AreaNames.TryGetValue(tag, out var name) ? name : Pascal(tag);

    public static string ValueName(string wireValue) =>
        char.IsAsciiDigit(wireValue[0]) ? DurationName(wireValue) : Pascal(wireValue);

    // "5m" cannot be a name: the unit goes first.
    private static string DurationName(string text) => text[^1] switch
    {
        'm' => $"Minutes{text[..^1]}",
        'h' => $"Hours{text[..^1]}",
        'd' => $"Days{text[..^1]}",
        _ => throw new InvalidOperationException($"No name for the value {text}."),
    };

    private static string Camel(string wireName)
    {
        var pascal = Pascal(wireName);
        return char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    private static string Pascal(string wireName)
    {
        var name = new StringBuilder(wireName.Length);
        var startsWord = true;
        foreach (var letter in wireName)
        {
            if (!char.IsAsciiLetterOrDigit(letter))
            {
                startsWord = true;
                continue;
            }

            name.Append(startsWord ? char.ToUpperInvariant(letter) : letter);
            startsWord = false;
        }

        return name.ToString();
    }
}
