using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Hevlayer.Local;

/// <summary>The query parameters of a request.</summary>
internal sealed class QueryText
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public QueryText(string query)
    {
        foreach (var pair in new QueryStringEnumerable(query))
        {
            _values[pair.DecodeName().ToString()] = pair.DecodeValue().ToString();
        }
    }

    /// <summary>The text under a name; null where it is absent or empty.</summary>
    public string? Text(string name) => _values.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    /// <summary>A comma-joined list; null where it is absent.</summary>
    public string[]? List(string name) =>
        Text(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether no parameter was sent.</summary>
    public bool IsEmpty => _values.Count == 0;

    public bool? Boolean(string name) => Text(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        { } other => throw GatewayFault.Invalid($"query parameter {name} must be true or false, not '{other}'"),
    };

    public long? Integer(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw GatewayFault.Invalid($"query parameter {name} must be an integer, not '{text}'");
    }

    /// <summary>A page size between 1 and a maximum.</summary>
    public int Limit(string name, int whenAbsent, int most) => Integer(name) switch
    {
        null => whenAbsent,
        { } limit when limit >= 1 && limit <= most => (int)limit,
        { } limit => throw GatewayFault.Invalid($"query parameter {name} must be from 1 to {most}, not {limit}"),
    };
}
