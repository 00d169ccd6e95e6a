using System.Globalization;
using System.Text;

namespace Hevlayer.Indexer;

/// <summary>
/// Splits a text into words as the training of BERT did: white space of all kinds parts words, each mark and each
/// ideograph is a word, control characters go, and in an uncased model so do accents and capitals.
/// <para>
/// The tokenizer's own way to do that does not serve: in version 2.0.1 it joins words with only a line break between them
/// and drops <c>$ + = ~</c> and other signs, and the model would read another text.
/// </para>
/// </summary>
/// <param name="lowerCase">Whether capitals become small letters.</param>
/// <param name="stripAccents">Whether accents are taken off.</param>
/// <param name="splitIdeographs">Whether each ideograph is a word.</param>
/// <exception cref="PlatformNotSupportedException">Accents cannot be taken off in this process.</exception>
internal sealed class BertWords(bool lowerCase, bool stripAccents, bool splitIdeographs)
{
    private readonly bool _stripAccents = stripAccents && !KnowsAccents()
        ? throw new PlatformNotSupportedException(
            "The model reads words without accents, which takes ICU to do: this process runs in globalization-invariant mode.")
        : stripAccents;

    /// <summary>The words of a text, one space between any two.</summary>
    public string Split(string text)
    {
        var clean = Clean(text);
        var plain = _stripAccents ? clean.Normalize(NormalizationForm.FormD) : clean;
        var words = new StringBuilder(plain.Length);
        foreach (var rune in (lowerCase ? plain.ToLowerInvariant() : plain).EnumerateRunes())
        {
            if (_stripAccents && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (IsMark(rune) || (splitIdeographs && IsIdeograph(rune.Value)))
            {
                words.Append(' ').Append(rune).Append(' ');
            }
            else
            {
                words.Append(rune);
            }
        }

        return words.ToString();
    }

    // Half of a surrogate pair is read as the replacement character, and goes with it.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r' || (Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune)))
            {
                clean.Append(' ');
            }
            else if (rune != Rune.ReplacementChar
                && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    private static bool IsMark(Rune rune) =>
        Rune.IsPunctuation(rune) || (rune.IsAscii && Rune.IsSymbol(rune));

    private static bool IsIdeograph(int rune) => rune
        is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x2A6DF)
        or (>= 0x2A700 and <= 0x2CEAF) or (>= 0x2F800 and <= 0x2FA1F);

    private static bool KnowsAccents() => !"\u00e9".IsNormalized(NormalizationForm.FormD);
}
