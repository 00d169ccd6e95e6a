namespace Hevlayer.Indexer;

/// <summary>Token ids of some texts as a model reads them: one row a text, all as long as the longest.</summary>
internal sealed class TokenBatch
{
    /// <summary>Puts texts side by side.</summary>
    /// <param name="texts">Token ids of each text.</param>
    /// <param name="padding">Id that fills up the shorter rows; the mask says that it does not count.</param>
    public TokenBatch(IReadOnlyList<int[]> texts, int padding)
    {
        Count = texts.Count;
        Length = texts.Max(text => text.Length);
        InputIds = new long[Count * Length];
        AttentionMask = new long[Count * Length];
        TokenTypeIds = new long[Count * Length];
        Array.Fill(InputIds, padding);
        foreach (var (row, text) in texts.Index())
        {
            var start = row * Length;
            for (var token = 0; token < text.Length; token++)
            {
                InputIds[start + token] = text[token];
                AttentionMask[start + token] = 1;
            }
        }
    }

    /// <summary>How many texts.</summary>
    public int Count { get; }

    /// <summary>Tokens of a row, those included that do not count.</summary>
    public int Length { get; }

    /// <summary>The tokens, row by row.</summary>
    public long[] InputIds { get; }

    /// <summary>1 for a token of a text, 0 for one that fills up.</summary>
    public long[] AttentionMask { get; }

    /// <summary>0 everywhere: each row is one text, not a pair of two.</summary>
    public long[] TokenTypeIds { get; }
}
