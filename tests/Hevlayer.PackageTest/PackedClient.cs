using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Hevlayer.PackageTest;

/// <summary>The package and its symbols as they were packed.</summary>
internal static class PackedClient
{
    public const string AssemblyPath = "lib/net10.0/Hevlayer.dll";
    public const string SymbolsPath = "lib/net10.0/Hevlayer.pdb";

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "packages");

    public static string PackageFile => Directory.GetFiles(Folder, "*.nupkg").Single();

    public static string SymbolsFile => Directory.GetFiles(Folder, "*.snupkg").Single();

    /// <summary>Paths of the files, without what the container format itself adds.</summary>
    public static IReadOnlyList<string> Files(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return [.. archive.Entries.Select(entry => entry.FullName)
            .Where(path => !path.StartsWith("_rels/", StringComparison.Ordinal) && !path.StartsWith("package/", StringComparison.Ordinal) && path != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)];
    }

    public static byte[] Read(string package, string path)
    {
        using var archive = ZipFile.OpenRead(package);
        using var content = archive.GetEntry(path)!.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The description of the package, without its XML namespace.</summary>
    public static XElement Metadata()
    {
        var description = XDocument.Load(new MemoryStream(Read(PackageFile, "Hevlayer.nuspec"))).Root!.Elements().Single();
        foreach (var element in description.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return description;
    }

    public static PEReader Assembly() => new(new MemoryStream(Read(PackageFile, AssemblyPath)));

    public static MetadataReaderProvider Symbols() =>
        MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Read(SymbolsFile, SymbolsPath)));
}
