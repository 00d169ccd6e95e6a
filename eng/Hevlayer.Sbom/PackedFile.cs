using System.Security.Cryptography;

namespace Hevlayer.Sbom;

/// <summary>A file as it lies in the package.</summary>
internal sealed record PackedFile(string Path, string Sha1, string Sha256)
{
    private const string PublishFolder = "/publish/";

    public string SpdxId => "SPDXRef-File-" + Sha256[..16] + "-" + string.Concat(Path.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '.' ? c : '-'));

    /// <summary>
    /// Reads a list with a line for each file, of parts between bars: where it goes in the package, where it is now, and, for what a
    /// project names itself, its path in the project.
    /// </summary>
    public static List<PackedFile> ReadAll(string list) =>
    [
        .. File.ReadAllLines(list)
            .Where(static line => line.Length > 0)
            .Select(static line => line.Split('|'))
            .Select(static parts => Read(Target(parts[0].Replace('\\', '/'), parts[1], parts[^1]), parts[1]))
            .DistinctBy(static file => file.Path, StringComparer.Ordinal)
            .OrderBy(static file => file.Path, StringComparer.Ordinal),
    ];

    private static PackedFile Read(string path, string source)
    {
        var bytes = File.ReadAllBytes(source);
#pragma warning disable CA5350 // SPDX asks for SHA-1 beside a stronger one.
        return new(path, Hex(SHA1.HashData(bytes)), Hex(SHA256.HashData(bytes)));
#pragma warning restore CA5350
    }

    // NuGet's rules: content without a target lies as in the project; into a folder goes what was published as it lies there.
    private static string Target(string target, string source, string inProject)
    {
        if (target.Length is 0)
        {
            return "content/" + inProject;
        }

        if (!target.EndsWith('/'))
        {
            return target;
        }

        var published = source.LastIndexOf(PublishFolder, StringComparison.Ordinal);
        return target + (published < 0 ? System.IO.Path.GetFileName(source) : source[(published + PublishFolder.Length)..]);
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
