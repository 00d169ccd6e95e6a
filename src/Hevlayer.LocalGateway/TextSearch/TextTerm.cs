namespace Hevlayer.Local;

/// <summary>One token that is searched for.</summary>
/// <param name="Token">The token.</param>
/// <param name="IsPrefix">Whether it may be the beginning of a word.</param>
/// <param name="Edits">Letters that may be wrong.</param>
internal sealed record TextTerm(string Token, bool IsPrefix = false, int Edits = 0)
{
    public bool Matches(string token) =>
        string.Equals(Token, token, StringComparison.Ordinal)
        || (IsPrefix && token.StartsWith(Token, StringComparison.Ordinal))
        || (Edits > 0 && EditDistance.IsWithin(Token, token, Edits));
}
