namespace Hevlayer.Local;

/// <summary>Which namespaces a query over several asks.</summary>
internal static class FederatedNames
{
    private const string All = "*";
    private const int MostNamespaces = 512;

    public static IReadOnlyList<string> Of(IReadOnlyList<string>? asked, KeyGrant grant, NamespaceRegistry namespaces)
    {
        if (asked is null or [All])
        {
            return [.. namespaces.All().Select(view => view.Name).Where(grant.CoversNamespace).Take(MostNamespaces)];
        }

        Check.Between(asked.Count, 1, MostNamespaces, "the number of namespaces");
        if (asked.Contains(All, StringComparer.Ordinal))
        {
            throw GatewayFault.Invalid("* stands for all namespaces and cannot be mixed with others");
        }

        return asked.FirstOrDefault(name => !grant.CoversNamespace(name)) is { } outside
            ? throw GatewayFault.Forbidden($"the key does not reach namespace '{outside}'")
            : [.. asked.Distinct(StringComparer.Ordinal)];
    }
}
