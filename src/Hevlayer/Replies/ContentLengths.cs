namespace Hevlayer;

/// <summary>Lengths that a reply says it has.</summary>
internal static class ContentLengths
{
    private const string Header = "Content-Length";

    /// <summary>Whether there are two that differ, of which the runtime's handler takes the first.</summary>
    public static bool AreTwo(HttpContent content)
    {
        if (!content.Headers.NonValidated.TryGetValues(Header, out var values) || values is { Count: 1 } && !values.ToString().Contains(',', StringComparison.Ordinal))
        {
            return false;
        }

        return values.ToString().Split(',', StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).Count() > 1;
    }
}
