using System.Text.RegularExpressions;

namespace Hevlayer.Local;

/// <summary>A condition on one label; a label that is not there reads as an empty text.</summary>
internal sealed record PromMatcher(string Label, string Sign, string Text)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public bool Matches(IReadOnlyDictionary<string, string> labels)
    {
        var value = labels.GetValueOrDefault(Label) ?? string.Empty;
        return Sign switch
        {
            "=" => value == Text,
            "!=" => value != Text,
            "=~" => IsLike(value),
            _ => !IsLike(value),
        };
    }

    private bool IsLike(string value)
    {
        try
        {
            return Regex.IsMatch(value, $"^(?:{Text})$", RegexOptions.CultureInvariant, Patience);
        }
        catch (ArgumentException error)
        {
            throw new PromFault($"'{Text}' is not a regular expression: {error.Message}");
        }
    }
}
