using System.Diagnostics;

namespace Hevlayer.PackageTest;

/// <summary>The command <c>hevlayer-local</c>, installed from its package into a folder of its own.</summary>
internal sealed class InstalledTool : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hevlayer-tool-").FullName;

    private InstalledTool()
    {
    }

    private static string Packages => Path.Combine(AppContext.BaseDirectory, "tools");

    public static async Task<InstalledTool> InstallAsync(CancellationToken cancellationToken)
    {
        var tool = new InstalledTool();
        using var install = tool.Start(
            "dotnet", "tool", "install", "Hevlayer.LocalGateway.Tool", "--tool-path", tool._folder, "--source", Packages, "--no-cache");
        var output = await install.StandardOutput.ReadToEndAsync(cancellationToken);
        await install.WaitForExitAsync(cancellationToken);
        Assert.True(install.ExitCode == 0, output);
        return tool;
    }

    public Process Run(params string[] arguments) => Start(Path.Combine(_folder, "hevlayer-local"), arguments);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true })!;
}
