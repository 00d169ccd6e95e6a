using System.Xml.Linq;

namespace Hevlayer.Proof;

/// <summary>What ran, and how it ended.</summary>
/// <param name="Tests">Each test that ran, by its class and method; a theory as often as it has cases.</param>
/// <param name="Checks">Other checks and their exit codes.</param>
internal sealed record Records(IReadOnlyList<RanTest> Tests, IReadOnlyDictionary<string, int> Checks)
{
    public static Records Read(string folder)
    {
        var tests = Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories)
            .SelectMany(static file => XDocument.Load(file).Descendants("test"))
            .Select(static test => new RanTest($"{test.Attribute("type")!.Value}.{test.Attribute("method")!.Value}", test.Attribute("result")!.Value, test.Element("output")?.Value ?? ""))
            .ToList();
        var checks = Directory.EnumerateFiles(folder, "*.status", SearchOption.AllDirectories)
            .SelectMany(File.ReadAllLines)
            .Select(static line => line.Split('\t'))
            .ToDictionary(static parts => parts[1], static parts => int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new(tests, checks);
    }
}
