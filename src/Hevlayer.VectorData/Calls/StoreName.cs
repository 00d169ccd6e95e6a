namespace Hevlayer.VectorData;

/// <summary>What the store is called in metadata and errors.</summary>
internal static class StoreName
{
    /// <summary>Name of the system, as OpenTelemetry's conventions for databases have it.</summary>
    public const string System = "hevlayer";
}
