namespace Hevlayer.Workers;

/// <summary>What a look at all documents has found so far.</summary>
internal sealed class CopyCount
{
    public long Documents { get; set; }

    public long OldRows { get; set; }

    public long NewRows { get; set; }

    /// <summary>Documents whose rows nothing tells.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>Documents that differ, and what is to be staged for them.</summary>
    public Dictionary<string, IReadOnlyList<Chunk>> Different { get; } = new(StringComparer.Ordinal);
}
