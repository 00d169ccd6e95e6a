using System.Numerics.Tensors;

namespace Hevlayer.Indexer;

/// <summary>Makes one vector of a text from those of its tokens: their mean, brought to length 1.</summary>
internal static class MeanPooling
{
    // The bounds that keep sentence-transformers from dividing by zero.
    private const float LeastTokens = 1e-9f;
    private const float LeastLength = 1e-12f;

    /// <summary>Pools the rows of a batch.</summary>
    /// <param name="hidden">A vector a token, token by token and row by row.</param>
    /// <param name="batch">The batch; its mask says which tokens count.</param>
    /// <param name="dimension">Components of a vector.</param>
    /// <returns>A vector a row.</returns>
    public static float[][] Pool(ReadOnlySpan<float> hidden, TokenBatch batch, int dimension)
    {
        var vectors = new float[batch.Count][];
        for (var row = 0; row < batch.Count; row++)
        {
            var tokens = hidden.Slice(row * batch.Length * dimension, batch.Length * dimension);
            vectors[row] = Mean(tokens, batch.AttentionMask.AsSpan(row * batch.Length, batch.Length), dimension);
            var length = TensorPrimitives.Norm<float>(vectors[row]);
            TensorPrimitives.Divide(vectors[row], MathF.Max(length, LeastLength), vectors[row]);
        }

        return vectors;
    }

    private static float[] Mean(ReadOnlySpan<float> tokens, ReadOnlySpan<long> mask, int dimension)
    {
        var mean = new float[dimension];
        var count = 0;
        for (var token = 0; token < mask.Length; token++)
        {
            if (mask[token] != 0)
            {
                TensorPrimitives.Add(mean, tokens.Slice(token * dimension, dimension), mean);
                count++;
            }
        }

        TensorPrimitives.Divide(mean, MathF.Max(count, LeastTokens), mean);
        return mean;
    }
}
