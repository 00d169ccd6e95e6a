using System.Diagnostics;

namespace Hevlayer.PackageTest;

/// <summary>An app in a folder of its own that knows the client only as a package.</summary>
internal sealed class FreshApp : IDisposable
{
    private readonly string _folder;

    private FreshApp(string folder) => _folder = folder;

    private static string MachinePackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public static FreshApp Create()
    {
        var folder = Directory.CreateTempSubdirectory("hevlayer-app-").FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "FreshApp")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return new(folder);
    }

    public async Task<AppRun> RunAsync(Uri gateway, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", ["run"]) { WorkingDirectory = _folder, RedirectStandardOutput = true };

        // The build that runs these tests must not speak to the app's own, and its package cache would go before ours.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MACHINE_PACKAGES"] = MachinePackages;
        start.Environment["PACKED"] = PackedClient.Folder;
        start.Environment.Remove("NUGET_PACKAGES");
        start.Environment[HevlayerClientOptions.BaseAddressVariable] = gateway.ToString();
        using var process = Process.Start(start)!;
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new(process.ExitCode, output);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
