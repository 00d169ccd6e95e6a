namespace Hevlayer.Benchmarks;

/// <summary>Texts and vectors as they come in real work, the same in every run.</summary>
internal static class BenchData
{
    private static readonly string[] Words = ["the", "gateway", "stages", "documents", "in", "pipelines", "“quoted”", "and", "a", "worker", "claims", "them,", "naïve", "or\n", "not;", "vectors", "go", "to", "the", "index."];

    /// <summary>Words of mostly plain text; some need escaping, some are not ASCII.</summary>
    public static string Text(int seed, int length)
    {
        var random = new Random(seed);
        return string.Create(length, random, static (text, random) =>
        {
            for (var filled = 0; filled < text.Length;)
            {
                var word = Words[random.Next(Words.Length)].AsSpan();
                word = word[..Math.Min(word.Length, text.Length - filled)];
                word.CopyTo(text[filled..]);
                filled += word.Length;
                if (filled < text.Length)
                {
                    text[filled++] = ' ';
                }
            }
        });
    }

    /// <summary>A vector of length 1, as embedding models give.</summary>
    public static float[] Vector(int seed, int dimension)
    {
        var random = new Random(seed);
        var vector = new float[dimension];
        var sum = 0.0;
        for (var i = 0; i < dimension; i++)
        {
            vector[i] = (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
            sum += vector[i] * (double)vector[i];
        }

        var scale = (float)(1 / Math.Sqrt(sum));
        return Array.ConvertAll(vector, component => component * scale);
    }
}
