using System.Text.Json;
using System.Xml.Linq;

namespace Hevlayer.Sbom;

/// <summary>What a project's users get with its package: no analyzers, and nothing else that only builds it.</summary>
internal static class ResolvedPackages
{
    /// <summary>Reads <c>project.assets.json</c>. The first is the project itself, of which only the dependencies count.</summary>
    public static (IReadOnlyList<string> Direct, IReadOnlyList<SbomPackage> All) Read(string assets)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
        var root = document.RootElement;
        var target = root.GetProperty("targets").EnumerateObject().First().Value;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(static folder => folder.Name).ToList();
        var resolved = target.EnumerateObject().ToDictionary(static library => library.Name.Split('/')[0], StringComparer.OrdinalIgnoreCase);
        var direct = Direct(root).Where(resolved.ContainsKey).Select(id => resolved[id].Name.Split('/')[0]).Order(StringComparer.Ordinal).ToList();

        var all = new SortedDictionary<string, SbomPackage>(StringComparer.Ordinal);
        var next = new Queue<string>(direct);
        while (next.TryDequeue(out var id))
        {
            if (all.ContainsKey(id))
            {
                continue;
            }

            var library = resolved[id];
            var dependencies = library.Value.TryGetProperty("dependencies", out var names)
                ? names.EnumerateObject().Where(name => resolved.ContainsKey(name.Name)).Select(name => resolved[name.Name].Name.Split('/')[0]).Order(StringComparer.Ordinal).ToList()
                : [];
            all.Add(id, Describe(id, library.Name.Split('/')[1], root.GetProperty("libraries").GetProperty(library.Name), folders, dependencies));
            dependencies.ForEach(next.Enqueue);
        }

        return (direct, [.. all.Values]);
    }

    private static IEnumerable<string> Direct(JsonElement root)
    {
        foreach (var framework in root.GetProperty("project").GetProperty("frameworks").EnumerateObject())
        {
            if (framework.Value.TryGetProperty("dependencies", out var packages))
            {
                foreach (var package in packages.EnumerateObject().Where(static package => !OnlyBuilds(package.Value)))
                {
                    yield return package.Name;
                }
            }
        }

        foreach (var framework in root.GetProperty("project").GetProperty("restore").GetProperty("frameworks").EnumerateObject())
        {
            foreach (var project in framework.Value.GetProperty("projectReferences").EnumerateObject())
            {
                yield return Path.GetFileNameWithoutExtension(project.Name);
            }
        }
    }

    private static bool OnlyBuilds(JsonElement package) =>
        (package.TryGetProperty("suppressParent", out var suppressed) && suppressed.GetString() is "All")
        || (package.TryGetProperty("autoReferenced", out var automatic) && automatic.GetBoolean());

    private static SbomPackage Describe(string id, string version, JsonElement library, List<string> folders, IReadOnlyList<string> dependencies)
    {
        // A project of this repository becomes a package of the same name, licence and version.
        if (library.GetProperty("type").GetString() is "project")
        {
            return new(id, version, "MIT", "The Hevlayer .NET authors", dependencies);
        }

        var file = folders.Select(folder => Path.Combine(folder, library.GetProperty("path").GetString()!, id.ToLowerInvariant() + ".nuspec")).FirstOrDefault(File.Exists);
        var metadata = file is null ? null : XDocument.Load(file).Root!.Elements().First(static element => element.Name.LocalName is "metadata");
        var licence = metadata?.Elements().FirstOrDefault(static element => element.Name.LocalName is "license" && element.Attribute("type")?.Value is "expression")?.Value;
        var authors = metadata?.Elements().FirstOrDefault(static element => element.Name.LocalName is "authors")?.Value;
        return new(id, version, licence ?? SpdxDocument.Unknown, authors ?? SpdxDocument.Unknown, dependencies);
    }
}
