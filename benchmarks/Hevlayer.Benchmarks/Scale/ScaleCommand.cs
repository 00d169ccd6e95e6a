using System.Globalization;

namespace Hevlayer.Benchmarks;

/// <summary>Takes many small documents from stage to index and prints what the last ones cost beside the first.</summary>
internal static class ScaleCommand
{
    private const int Documents = 1_000_000;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var documents = Value(arguments, "--documents") is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : Documents;
        using var gateway = await ServerProcess.StartAsync("serve-gateway", "0");
        using var run = new ScaleRun(gateway, documents);
        var points = await run.RunAsync();
        ScaleTable.Write(Console.Out, points);
        if (Value(arguments, "--svg") is { } file)
        {
            await File.WriteAllTextAsync(file, ScalePicture.Draw(points));
        }

        return 0;
    }

    private static string? Value(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is >= 0 and var place ? arguments[place + 1] : null;
}
