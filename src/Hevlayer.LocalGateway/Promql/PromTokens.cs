using System.Text.RegularExpressions;

namespace Hevlayer.Local;

/// <summary>Cuts a query into its words and signs.</summary>
internal static partial class PromTokens
{
    public static IReadOnlyList<string> Of(string query)
    {
        var tokens = new List<string>();
        var place = 0;
        while (place < query.Length)
        {
            var match = Token().Match(query, place);
            if (!match.Success || match.Index != place)
            {
                throw new PromFault($"unexpected '{query[place]}' at position {place}");
            }

            place += match.Length;
            if (!string.IsNullOrWhiteSpace(match.Value))
            {
                tokens.Add(match.Value);
            }
        }

        return tokens;
    }

    [GeneratedRegex("""\s+|[a-zA-Z_:][a-zA-Z0-9_:]*|[0-9]+(ms|s|m|h|d|w)|[0-9]*\.?[0-9]+([eE][+-]?[0-9]+)?|"(\\.|[^"\\])*"|'(\\.|[^'\\])*'|=~|!~|!=|==|>=|<=|[-+*/(){}\[\],=<>]""", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
