namespace Hevlayer;

/// <summary>
/// Ids that consist of one or two dots are legal, but a URL drops such segments. They travel through URL building under a
/// mark of their own and get their dots back, percent-encoded, in an address that is not normalized any more.
/// </summary>
internal static class DotSegments
{
    private const char Mark = '\uE000';
    private const string EncodedMark = "%EE%80%80";
    private const string EncodedDot = "%2E";

    public static string Protect(string id) => id is "." or ".." ? new string(Mark, id.Length) : id;

    public static Uri? Restore(Uri? address)
    {
        if (address is null || !address.AbsoluteUri.Contains(EncodedMark, StringComparison.Ordinal))
        {
            return address;
        }

        return new Uri(
            address.AbsoluteUri.Replace(EncodedMark, EncodedDot, StringComparison.Ordinal),
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }
}
