namespace Hevlayer.Local;

/// <summary>What a query orders rows by: nearness to a vector, a text, both, or one attribute.</summary>
internal abstract record Ranking
{
    /// <summary>The gateway's own text search that is part of it; null when there is none.</summary>
    public virtual HybridTextSearch? Search => null;

    internal sealed record ByVector(float[] Target) : Ranking;

    /// <summary>By how well a text matches.</summary>
    internal sealed record ByText(TextScore Score) : Ranking;

    /// <summary>By the gateway's own text search.</summary>
    internal sealed record ByHybridText(HybridTextSearch Text) : Ranking
    {
        public override HybridTextSearch Search => Text;
    }

    /// <summary>By nearness and by text search together.</summary>
    internal sealed record ByBoth(HybridTextSearch Text, float[] Target) : Ranking
    {
        public override HybridTextSearch Search => Text;
    }

    /// <summary>By a route that is still to be chosen.</summary>
    internal sealed record ByRoute(HybridTextSearch Text, string? Route, float[]? Vector) : Ranking;

    internal sealed record ByAttribute(string Name, bool Descending) : Ranking;
}
