namespace Hevlayer.Indexer.Tests;

/// <summary>Figures that outlive the test run, for the log of the gate.</summary>
internal static class Figures
{
    public static void Keep(string name, string figures)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "figures"));
        File.WriteAllText(Path.Combine(folder.FullName, $"{name}.txt"), figures + "\n");
    }
}
