namespace Hevlayer;

/// <summary>Where a call of the gateway goes at turbopuffer.</summary>
internal static class TurbopufferAddress
{
    /// <summary>The same call at turbopuffer: ids encoded as they were, and the same query.</summary>
    /// <param name="asked">Address that was asked at the gateway.</param>
    /// <param name="route">Route template of the gateway.</param>
    /// <param name="turbopufferRoute">Route template of turbopuffer, with placeholders of the same names.</param>
    /// <param name="server">Address of turbopuffer.</param>
    public static Uri Of(Uri asked, string route, string turbopufferRoute, Uri server)
    {
        var templates = route.Split('/');

        // The gateway's address may put a prefix before its routes: the route is what stands at the end.
        var segments = asked.AbsolutePath.Split('/')[^templates.Length..];
        var path = turbopufferRoute;
        for (var index = 0; index < templates.Length; index++)
        {
            if (templates[index].StartsWith('{'))
            {
                path = path.Replace(templates[index], segments[index], StringComparison.Ordinal);
            }
        }

        // Canonicalization would undo encoded dots and slashes.
        return new Uri(
            server.GetLeftPart(UriPartial.Authority) + server.AbsolutePath.TrimEnd('/') + path + asked.Query,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }
}
