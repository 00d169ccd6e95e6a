namespace Hevlayer.Local;

/// <summary>The gateway's own text search: rows that have the words as typed, and rows that nearly have them, fused by rank.</summary>
/// <param name="Attribute">The text attribute.</param>
/// <param name="Tokens">What is searched for, at most 15 tokens.</param>
/// <param name="Dropped">Tokens beyond that.</param>
/// <param name="Fuzziness">How much may be misspelt.</param>
/// <param name="RankConstant">Constant of the fusion.</param>
/// <param name="PerLegLimit">Rows of each leg; null for a number that follows from top_k.</param>
internal sealed record HybridTextSearch(string Attribute, IReadOnlyList<string> Tokens, int Dropped, Fuzziness Fuzziness, int RankConstant, int? PerLegLimit)
{
    private const int MostTokens = 15;
    private const int ShortWord = 2;
    private const int MiddleWord = 5;

    public static HybridTextSearch Of(string attribute, string input, Fuzziness fuzziness, int rankConstant, int? perLegLimit)
    {
        var tokens = TextTokens.Of(input);
        return new(attribute, [.. tokens.Take(MostTokens)], Math.Max(0, tokens.Count - MostTokens), fuzziness, rankConstant, perLegLimit);
    }

    /// <summary>The legs: exact, and unless nothing may be wrong, fuzzy.</summary>
    public IReadOnlyList<TextScore> Legs => Fuzziness.Edits == 0 ? [Leg(static _ => 0)] : [Leg(static _ => 0), Leg(EditsFor)];

    public int LimitFor(int topK) => PerLegLimit ?? Math.Clamp(5 * topK, 50, 200);

    public HybridEcho Echo(int topK) => new()
    {
        Tokens = Tokens,
        TokensDropped = Dropped,
        Fuzziness = Fuzziness,
        RankConstant = RankConstant,
        Legs = Legs.Count,
        PerLegLimit = LimitFor(topK),
    };

    private TextScore.Bm25 Leg(Func<string, int> edits) => new(Attribute, [.. Tokens.Select(token => new TextTerm(token, Edits: edits(token)))]);

    private int EditsFor(string token) => Fuzziness.Edits ?? (token.Length <= ShortWord ? 0 : token.Length <= MiddleWord ? 1 : 2);
}
