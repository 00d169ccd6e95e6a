using System.Globalization;
using Hevlayer.Sbom;

// Writes what a package is made of: its files with their hashes, and the packages that it brings, as SPDX 2.2.
// Called by eng/Sbom.targets while packing: dotnet Hevlayer.Sbom.dll ID VERSION SUPPLIER LICENCE SECONDS ASSETS FILES OUTPUT
if (args is not [var id, var version, var supplier, var licence, var seconds, var assets, var files, var output])
{
    Console.Error.WriteLine("Usage: ID VERSION SUPPLIER LICENCE SECONDS ASSETS FILES OUTPUT");
    return 2;
}

var package = new SbomPackage(id, version, licence, supplier, []);
var document = new SpdxDocument(
    package,
    PackedFile.ReadAll(files),
    ResolvedPackages.Read(assets),
    DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)));
File.WriteAllText(output, document.ToJson());
return 0;
