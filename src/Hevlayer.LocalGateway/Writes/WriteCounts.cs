namespace Hevlayer.Local;

/// <summary>How many rows a write changed.</summary>
internal readonly record struct WriteCounts(int Upserted, int Patched, int Deleted)
{
    public int Affected => Upserted + Patched + Deleted;
}
