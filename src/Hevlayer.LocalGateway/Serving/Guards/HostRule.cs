using System.Net;

namespace Hevlayer.Local;

/// <summary>
/// Which names a gateway answers to. A page of another site can let its own name point to this machine, and would then read
/// here what is only for us; it cannot do so with localhost or with an address.
/// </summary>
internal static class HostRule
{
    private const string LocalName = "localhost";

    /// <param name="host">The header <c>Host</c> without its port.</param>
    /// <param name="allowed">Names that are allowed in addition.</param>
    public static bool Allows(string host, IEnumerable<string> allowed) =>
        host.Equals(LocalName, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith($".{LocalName}", StringComparison.OrdinalIgnoreCase)
        || (host.Length > 0 && IPAddress.TryParse(host.Trim('[', ']'), out _))
        || allowed.Contains(host, StringComparer.OrdinalIgnoreCase);
}
