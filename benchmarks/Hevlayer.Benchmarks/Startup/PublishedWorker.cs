using System.Diagnostics;

namespace Hevlayer.Benchmarks;

/// <summary>A small embedding worker, published.</summary>
/// <param name="Name">How it was compiled.</param>
/// <param name="Folder">Where it is.</param>
internal sealed record PublishedWorker(string Name, string Folder)
{
    private const string Project = "Hevlayer.Benchmarks.EmbedWorker";

    public string Program => Path.Combine(Folder, Project);

    /// <summary>Publishes it.</summary>
    /// <param name="name">How it is called in the table.</param>
    /// <param name="kind">What the project knows the way of compiling by.</param>
    /// <param name="arguments">More for the command.</param>
    public static async Task<PublishedWorker> PublishAsync(string name, string kind, params string[] arguments)
    {
        var root = Root();
        var folder = Path.Combine(root, "artifacts", "startup", kind);
        var start = new ProcessStartInfo("dotnet", ["publish", Path.Combine(root, "benchmarks", Project), "-c", "Release", "-v", "q", $"-p:Publication={kind}", "-o", folder, .. arguments])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var log = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? new(name, folder) : throw new InvalidOperationException($"The worker cannot be published: {log}");
    }

    /// <summary>Bytes of one of its files.</summary>
    public long Size(string file) => new FileInfo(Path.Combine(Folder, file)).Length;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Hevlayer.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("This benchmark publishes a project, so it runs inside the repository alone.");
    }
}
