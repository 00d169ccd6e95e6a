namespace Hevlayer.Local;

/// <summary>How well rows match a text: one score a row, in the order of the rows; 0 for no match.</summary>
internal abstract record TextScore
{
    public abstract double[] Of(StoredRow[] rows);

    /// <summary>BM25 over one attribute.</summary>
    internal sealed record Bm25(string Attribute, IReadOnlyList<TextTerm> Terms) : TextScore
    {
        public override double[] Of(StoredRow[] rows) => Bm25Formula.Score(Array.ConvertAll(rows, row => TextTokens.Of(row.Read(Attribute))), Terms);
    }

    internal sealed record Sum(IReadOnlyList<TextScore> Parts) : TextScore
    {
        public override double[] Of(StoredRow[] rows) => Merge(Parts, rows, static (left, right) => left + right);
    }

    internal sealed record Max(IReadOnlyList<TextScore> Parts) : TextScore
    {
        public override double[] Of(StoredRow[] rows) => Merge(Parts, rows, Math.Max);
    }

    internal sealed record Product(double Weight, TextScore Part) : TextScore
    {
        public override double[] Of(StoredRow[] rows) => Array.ConvertAll(Part.Of(rows), score => Weight * score);
    }

    private static double[] Merge(IReadOnlyList<TextScore> parts, StoredRow[] rows, Func<double, double, double> merge) =>
        parts.Select(part => part.Of(rows)).Aggregate((left, right) => [.. left.Zip(right, merge)]);
}
