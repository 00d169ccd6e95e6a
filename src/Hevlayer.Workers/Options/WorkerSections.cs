namespace Hevlayer.Workers;

/// <summary>Where the options of a worker stand in the configuration.</summary>
internal static class WorkerSections
{
    private const string Worker = "Hevlayer:Worker";
    private const string Source = "Hevlayer:Source";

    public static string OfWorker(string? name) => string.IsNullOrEmpty(name) ? Worker : $"{Worker}:{name}";

    public static string OfSource(string? name) => string.IsNullOrEmpty(name) ? Source : $"{Source}:{name}";
}
