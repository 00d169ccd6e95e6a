namespace Hevlayer.Local;

/// <summary>The attributes by which a function marks rows that it has processed.</summary>
internal sealed class FunctionMarker(string functionId)
{
    private readonly string _prefix = $"_hevlayer_udf_{functionId.Replace('-', '_')}_";

    /// <summary>Holds the version of the specification that a row was processed by.</summary>
    public string Version => _prefix + "v";

    /// <summary>Holds the time, in epoch milliseconds, from which on another function has made the result stale.</summary>
    public string StaleAfter => _prefix + "stale_after";

    /// <summary>A test of rows: processed by a version, and not stale since.</summary>
    public Func<StoredRow, bool> IsDone(string version)
    {
        var (versionName, staleName) = (Version, StaleAfter);
        return row => row.Read(versionName) is { Kind: AttributeKind.String } mark
            && string.Equals(mark.AsString(), version, StringComparison.Ordinal)
            && row.Read(staleName).IsNull;
    }
}
