using System.Globalization;
using System.Reflection.Metadata;
using System.Text;
using System.Xml.Linq;

namespace Hevlayer.PackageTest;

public sealed class ContentTests
{
    // The kind of custom debug information that holds a source file.
    private static readonly Guid EmbeddedSource = new("0e8a571b-6926-466e-b4ad-8ab04611f5fe");

    [Fact]
    public void Package_HoldsTheAssemblyItsDocumentationItsSbomAndNothingElse()
    {
        Assert.Equal(
            ["Hevlayer.nuspec", "README.md", "_manifest/spdx_2.2/manifest.spdx.json", "icon.png", PackedClient.AssemblyPath, "lib/net10.0/Hevlayer.xml"],
            PackedClient.Files(PackedClient.PackageFile));
        Assert.Equal(["Hevlayer.nuspec", PackedClient.SymbolsPath], PackedClient.Files(PackedClient.SymbolsFile));
    }

    [Fact]
    public void Package_DependsOnFivePackages() =>
        Assert.Equal(
            [
                "Microsoft.Extensions.Http", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options",
                "Polly.Core", "Refit",
            ],
            PackedClient.Metadata().Descendants("dependency").Select(dependency => dependency.Attribute("id")!.Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Package_SaysWhatItIs()
    {
        var metadata = PackedClient.Metadata();

        Assert.Equal("Hevlayer", metadata.Element("id")!.Value);
        Assert.Equal("MIT", metadata.Element("license")!.Value);
        Assert.Equal("expression", metadata.Element("license")!.Attribute("type")!.Value);
        Assert.Equal("README.md", metadata.Element("readme")!.Value);
        Assert.Equal("icon.png", metadata.Element("icon")!.Value);
        Assert.NotEmpty(metadata.Element("description")!.Value);
        Assert.Equal(40, metadata.Element("repository")!.Attribute("commit")!.Value.Length);
    }

    [Fact]
    public void Readme_ShowsCodeOfTheRepositorysOwn()
    {
        var code = Encoding.UTF8.GetString(PackedClient.Read(PackedClient.PackageFile, "README.md")).Split("```")[1];

        Assert.StartsWith("csharp", code, StringComparison.Ordinal);
        Assert.Contains(code, File.ReadAllText(Path.Combine(RepositoryRoot(), "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Assembly_HasTheStrongNameOfTheRepositorysKey()
    {
        using var assembly = PackedClient.Assembly();
        var metadata = assembly.GetMetadataReader();

        Assert.Equal(
            typeof(ContentTests).Assembly.GetName().GetPublicKey(),
            metadata.GetBlobBytes(metadata.GetAssemblyDefinition().PublicKey));
        Assert.True(assembly.PEHeaders.CorHeader!.Flags.HasFlag(System.Reflection.PortableExecutable.CorFlags.StrongNameSigned));
    }

    [Fact]
    public void Documentation_CoversEveryPublicType()
    {
        var documented = XDocument.Load(new MemoryStream(PackedClient.Read(PackedClient.PackageFile, "lib/net10.0/Hevlayer.xml")))
            .Descendants("member").Select(member => member.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);

        Assert.All(
            typeof(HevlayerClient).Assembly.GetExportedTypes(),
            type => Assert.Contains("T:" + type.FullName!.Replace('+', '.'), documented));
    }

    [Fact]
    public void Symbols_BelongToTheAssemblyAndHoldTheSourcesThatNoRepositoryHas()
    {
        using var assembly = PackedClient.Assembly();
        using var symbols = PackedClient.Symbols();
        var reader = symbols.GetMetadataReader();
        var embedded = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation)
            .Where(information => reader.GetGuid(information.Kind) == EmbeddedSource)
            .Select(information => reader.GetString(reader.GetDocument((DocumentHandle)information.Parent).Name))
            .ToList();
        var codeView = assembly.ReadCodeViewDebugDirectoryData(assembly.ReadDebugDirectory().First(static entry => entry.Type == System.Reflection.PortableExecutable.DebugDirectoryEntryType.CodeView));

        Assert.Equal(codeView.Guid, new BlobContentId(reader.DebugMetadataHeader!.Id).Guid);
        Assert.Contains(embedded, static path => path.Contains("JsonSourceGenerator", StringComparison.Ordinal));
        Assert.DoesNotContain(embedded, static path => path.EndsWith("/HevlayerClient.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void Package_IsSmall() =>
        Assert.True(
            new FileInfo(PackedClient.PackageFile).Length < 1024 * 1024,
            string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(PackedClient.PackageFile).Length} bytes"));

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Hevlayer.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
