namespace Hevlayer.Local;

/// <summary>Whether a call comes from a page of another site: a browser lets it send simple requests without asking this
/// server.</summary>
internal static class CrossSiteRule
{
    /// <param name="method">HTTP method in upper case: those that change nothing may come from anywhere, their replies are not shown there.</param>
    /// <param name="host">The header <c>Host</c>, with its port.</param>
    /// <param name="origin">The header <c>Origin</c>; null when there is none, as with every program that is no browser.</param>
    /// <param name="fetchSite">The header <c>Sec-Fetch-Site</c>; null when there is none.</param>
    public static bool Refuses(string method, string host, string? origin, string? fetchSite) =>
        method is not ("GET" or "HEAD" or "OPTIONS")
        && ((fetchSite is not null && fetchSite is not ("same-origin" or "none"))
            || (origin is not null && !origin.Equals($"http://{host}", StringComparison.OrdinalIgnoreCase) && !origin.Equals($"https://{host}", StringComparison.OrdinalIgnoreCase)));
}
