using CsCheck;

namespace Hevlayer.Tests;

/// <summary>Generators of text.</summary>
internal static class Texts
{
    private static readonly Gen<string> Rune = Gen.OneOf(
        Gen.Const("."),
        Gen.Const("\uE000"),
        Gen.Const("\uE001"),
        Gen.Char["/#?%:+ &=\\\"'<>{}|^`~"].Select(letter => letter.ToString()),
        Gen.Char['a', 'z'].Select(letter => letter.ToString()),
        Gen.Int[0, 0x10FFFF].Where(code => code is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32));

    /// <summary>Any text without lone surrogates, which no encoding can carry.</summary>
    public static Gen<string> Any { get; } = Rune.Array[0, 12].Select(string.Concat);

    /// <summary>Any text that is an id: not white space alone, and no step in a path.</summary>
    public static Gen<string> Id { get; } = Any.Where(text => text.Trim().Length > 0 && text is not ("." or ".."));
}
