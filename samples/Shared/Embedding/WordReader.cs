using System.Text;

namespace Hevlayer.Samples;

/// <summary>Reads the words of a text: runs of letters and digits; in scripts without spaces, each character.</summary>
/// <param name="text">The text, in lower case.</param>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    /// <summary>The word that was read last.</summary>
    public ReadOnlySpan<char> Word { get; private set; }

    /// <summary>Reads the next word.</summary>
    /// <returns>False at the end of the text.</returns>
    public bool Next()
    {
        while (!_rest.IsEmpty && !StartsWithWord(_rest, out var skipped, out _))
        {
            _rest = _rest[skipped..];
        }

        var length = 0;
        while (StartsWithWord(_rest[length..], out var size, out var standsAlone) && (length == 0 || !standsAlone))
        {
            length += size;
            if (standsAlone)
            {
                break;
            }
        }

        Word = _rest[..length];
        _rest = _rest[length..];
        return length > 0;
    }

    private static bool StartsWithWord(ReadOnlySpan<char> text, out int size, out bool standsAlone)
    {
        Rune.DecodeFromUtf16(text, out var rune, out size);
        standsAlone = rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);
        return !text.IsEmpty && Rune.IsLetterOrDigit(rune);
    }
}
