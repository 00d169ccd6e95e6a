using System.IO.Enumeration;

namespace Hevlayer.Local;

/// <summary>What the key of a call reaches: namespaces and agents by patterns with * and ?.</summary>
/// <param name="Namespaces">Patterns of the namespaces; none means all.</param>
/// <param name="Agents">Names of the agents; null means all.</param>
internal sealed record KeyGrant(IReadOnlyList<string> Namespaces, IReadOnlyList<string>? Agents)
{
    /// <summary>What a call reaches where no key is asked for, or one that was set up with the gateway.</summary>
    public static KeyGrant Everything { get; } = new([], Agents: null);

    public bool CoversNamespace(string name) =>
        Namespaces.Count == 0 || Namespaces.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false));

    public bool CoversAgent(string name) => Agents is null || Agents.Contains(name, StringComparer.Ordinal);
}
