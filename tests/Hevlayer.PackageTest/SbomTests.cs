using System.Security.Cryptography;
using System.Text.Json;

namespace Hevlayer.PackageTest;

/// <summary>The document in the package that says what it is made of.</summary>
public sealed class SbomTests
{
    private const string Path = "_manifest/spdx_2.2/manifest.spdx.json";

    [Fact]
    public void Sbom_NamesEachFileOfThePackage_WithItsHash()
    {
        var files = Document().GetProperty("files").EnumerateArray().ToList();

        Assert.Equal(
            PackedClient.Files(PackedClient.PackageFile).Where(static file => file is not (Path or "Hevlayer.nuspec")),
            files.Select(static file => file.GetProperty("fileName").GetString()!["./".Length..]));
        Assert.All(files, static file => Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(PackedClient.Read(PackedClient.PackageFile, file.GetProperty("fileName").GetString()!["./".Length..]))),
            file.GetProperty("checksums")[1].GetProperty("checksumValue").GetString()));
    }

    [Fact]
    public void Sbom_DependsOnWhatThePackageDependsOn_WithVersionAndLicence()
    {
        var document = Document();
        var packages = document.GetProperty("packages").EnumerateArray().ToDictionary(static package => package.GetProperty("SPDXID").GetString()!);
        var own = document.GetProperty("documentDescribes")[0].GetString();
        var direct = document.GetProperty("relationships").EnumerateArray()
            .Where(relation => relation.GetProperty("relationshipType").GetString() is "DEPENDS_ON" && relation.GetProperty("spdxElementId").GetString() == own)
            .Select(relation => packages[relation.GetProperty("relatedSpdxElement").GetString()!])
            .Select(static package => $"{package.GetProperty("name").GetString()} {package.GetProperty("versionInfo").GetString()}");

        Assert.Equal(
            PackedClient.Metadata().Descendants("dependency").Select(static dependency => $"{dependency.Attribute("id")!.Value} {dependency.Attribute("version")!.Value}").Order(StringComparer.Ordinal),
            direct.Order(StringComparer.Ordinal));
        Assert.All(packages.Values, static package => Assert.NotEqual("NOASSERTION", package.GetProperty("licenseDeclared").GetString()));
        Assert.DoesNotContain(packages.Values, static package => package.GetProperty("name").GetString()!.Contains("Analyzers", StringComparison.Ordinal));
    }

    [Fact]
    public void Sbom_RelatesNothingThatItDoesNotDescribe()
    {
        var document = Document();
        var described = document.GetProperty("packages").EnumerateArray().Select(static package => package.GetProperty("SPDXID").GetString()!).Append("SPDXRef-DOCUMENT").ToHashSet();

        Assert.All(document.GetProperty("relationships").EnumerateArray(), relation =>
        {
            Assert.Contains(relation.GetProperty("spdxElementId").GetString()!, described);
            Assert.Contains(relation.GetProperty("relatedSpdxElement").GetString()!, described);
        });
    }

    private static JsonElement Document() => JsonDocument.Parse(PackedClient.Read(PackedClient.PackageFile, Path)).RootElement;
}
