using System.Text.RegularExpressions;

namespace Hevlayer;

/// <summary>
/// Ids that consist of one or two dots are legal, but a URL drops such segments. Their dots travel through URL building
/// as a pair of signs and come back, percent-encoded, in an address that is not normalized any more.
/// </summary>
internal static partial class DotSegments
{
    // A sign for private use. An id that holds it has it doubled, so that no id is taken for another.
    private const string Mark = "\uE000";
    private const string MarkedDot = "\uE000\uE001";
    private const string EncodedMark = "%EE%80%80";
    private const string EncodedDot = "%2E";

    public static string Protect(string id) => id switch
    {
        "." => MarkedDot,
        ".." => MarkedDot + MarkedDot,
        _ => id.Replace(Mark, Mark + Mark, StringComparison.Ordinal),
    };

    /// <summary>
    /// The address as it goes on the wire. It may be handed in again, when someone outside repeats the request: what is
    /// restored may look like what is to be restored.
    /// </summary>
    public static Uri? Restore(Uri? address)
    {
        // The text it was made from, as the absolute one would have to be made first.
        if (address is null or RestoredAddress || !address.OriginalString.Contains(EncodedMark, StringComparison.Ordinal))
        {
            return address;
        }

        return new RestoredAddress(Pair().Replace(address.AbsoluteUri, static pair => pair.ValueSpan.EndsWith('1') ? EncodedDot : EncodedMark));
    }

    [GeneratedRegex("%EE%80%80%EE%80%8[01]", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();
}
