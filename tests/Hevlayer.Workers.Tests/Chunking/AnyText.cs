using CsCheck;

namespace Hevlayer.Workers.Tests;

/// <summary>Texts as they come and as they should not: every kind of white space, mark, script and broken character.</summary>
internal static class AnyText
{
    private static readonly string[] Bits =
    [
        "a", "word ", "Word", " ", "\t", "\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\u2028", "\u2029", "\u00a0", "\u3000",
        ". ", "? ", "! ", "… ", "...", ".", "e.g. ", "1. ", "J. ", "\"", "’", ") ", "**",
        "漢字", "。", "！", "？」", "「", "😀", "𝒳𝒴", "e\u0301", "\u0301", "\u200d", "👩\u200d💻", "\ud83d", "\ude00",
        "averyverylongwordthatdoesnotfitintoasmallpiece", "Sentence ends. ", "Really? ", "line\n",
    ];

    private static readonly Gen<string> Bit = OneOf(Bits);

    private static readonly Gen<string> LongWord =
        OneOf("x", "字", "😀", "a\u0301", "\ud83d", "\ude00").Array[1, 200].Select(string.Concat);

    private static readonly Gen<string> WhiteSpace =
        OneOf(" ", "\t", "\r", "\n", "\u00a0", "\u2003", "\u2028", "\u2029").Array[0, 100].Select(string.Concat);

    /// <summary>Any text of up to a few hundred characters.</summary>
    public static Gen<string> Texts { get; } = Gen.Frequency(
        (8, Bit.Array[0, 120].Select(string.Concat)),
        (2, Gen.OneOf(Bit, Gen.String).Array[0, 40].Select(string.Concat)),
        (1, LongWord),
        (1, WhiteSpace));

    /// <summary>One of the given texts.</summary>
    public static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
