namespace Hevlayer.Local;

/// <summary>BM25: rare terms count more, repeated ones saturate, long texts count less.</summary>
internal static class Bm25Formula
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    /// <summary>The score of each text; statistics are those of all texts that are not empty.</summary>
    public static double[] Score(IReadOnlyList<List<string>> texts, IReadOnlyList<TextTerm> terms)
    {
        var scores = new double[texts.Count];
        var filled = texts.Count(static text => text.Count > 0);
        var average = filled == 0 ? 0 : texts.Sum(static text => text.Count) / (double)filled;
        foreach (var term in terms)
        {
            var counts = texts.Select(text => text.Count(term.Matches)).ToArray();
            var having = counts.Count(static count => count > 0);
            var rarity = Math.Log(1 + ((filled - having + 0.5) / (having + 0.5)));
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] += counts[i] == 0 ? 0 : rarity * counts[i] * (K1 + 1) / (counts[i] + (K1 * (1 - B + (B * texts[i].Count / average))));
            }
        }

        return scores;
    }
}
