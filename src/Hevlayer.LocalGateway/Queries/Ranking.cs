namespace Hevlayer.Local;

/// <summary>What a query orders rows by: nearness to a vector, or one attribute.</summary>
internal abstract record Ranking
{
    internal sealed record ByVector(float[] Target) : Ranking;

    internal sealed record ByAttribute(string Name, bool Descending) : Ranking;
}
