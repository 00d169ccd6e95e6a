using System.Text.Json;

namespace Hevlayer.Conventions.Tests;

/// <summary>Each project's packages are locked with their hashes, and a lock names no place to get them from.</summary>
public sealed class LockFileTests
{
    [Fact]
    public void Projects_AreLocked_UnlessTheySayWhyNot()
    {
        var unlocked = Projects()
            .Where(static project => !File.Exists(Lock(project)))
            .Where(static project => !Repository.Read(project).Contains("<RestorePackagesWithLockFile>false", StringComparison.Ordinal));

        Assert.NotEmpty(Projects());
        Assert.Empty(unlocked);
    }

    [Fact]
    public void LockedPackages_HaveTheirHashes()
    {
        var locked = Projects().Select(Lock).Where(File.Exists).SelectMany(Packages).ToList();

        Assert.NotEmpty(locked);
        Assert.All(locked, static package => Assert.Equal(64, Convert.FromBase64String(package.GetProperty("contentHash").GetString()!).Length));
    }

    [Fact]
    public void Locks_HoldOnAnyMachine()
    {
        var bound = Projects().Select(Lock).Where(File.Exists)
            .Where(static file => File.ReadAllText(file) is var text
                && (text.Contains("://", StringComparison.Ordinal) || text.Contains("net10.0/", StringComparison.Ordinal)));

        Assert.Empty(bound);
    }

    private static List<string> Projects() =>
    [
        .. Repository.Read("Hevlayer.sln").Split('"')
            .Where(static part => part.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(static path => path.Replace('\\', '/')),
    ];

    private static string Lock(string project) => Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, "packages.lock.json");

    private static List<JsonElement> Packages(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return
        [
            .. document.RootElement.GetProperty("dependencies").EnumerateObject()
                .SelectMany(static framework => framework.Value.EnumerateObject())
                .Where(static package => package.Value.GetProperty("type").GetString() is not "Project")
                .Select(static package => package.Value.Clone()),
        ];
    }
}
