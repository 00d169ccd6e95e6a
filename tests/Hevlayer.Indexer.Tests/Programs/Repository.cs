namespace Hevlayer.Indexer.Tests;

/// <summary>Where the parts of the repository are.</summary>
internal static class Repository
{
    // tests/PROJECT/bin/CONFIGURATION/FRAMEWORK
    private const int LevelsAboveTests = 5;

    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    public static string Root { get; } = Enumerable.Range(0, LevelsAboveTests).Aggregate(Output, static (folder, _) => folder.Parent!).FullName;

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The program that a project was built to, in the configuration of these tests.</summary>
    public static string Program(string project, string name) =>
        Path.Combine(Root, project, "bin", Output.Parent!.Name, Output.Name, name);
}
