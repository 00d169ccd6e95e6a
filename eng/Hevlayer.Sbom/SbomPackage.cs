using System.Security.Cryptography;
using System.Text;

namespace Hevlayer.Sbom;

/// <summary>A package that is described, or one that it brings.</summary>
internal sealed record SbomPackage(string Id, string Version, string Licence, string Supplier, IReadOnlyList<string> Dependencies)
{
    /// <summary>The name inside the document; ids may have characters that SPDX does not allow.</summary>
    public string SpdxId => "SPDXRef-Package-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id}@{Version}")))[..16];

    public string Url => $"pkg:nuget/{Id}@{Version}";
}
