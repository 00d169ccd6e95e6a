namespace Hevlayer.Indexer.Tests;

public sealed class BertWordsTests
{
    [Theory]
    [InlineData("Hello, World!", "hello , world !")]
    [InlineData("line\nbreak\ttab\rreturn", "line break tab return")]
    [InlineData("no\u00a0break\u2003wide\u3000wider\u2028line", "no break wide wider line")]
    [InlineData("$5 + 3 = 8~", "$ 5 + 3 = 8 ~")]
    [InlineData("a_b`c^d|e<f>", "a _ b ` c ^ d | e < f >")]
    [InlineData("20°C © £5", "20°c © £5")]
    [InlineData("“quoted” – so…", "“ quoted ” – so …")]
    [InlineData("don't", "don ' t")]
    [InlineData("Ünïcödé NAÏVE", "unicode naive")]
    [InlineData("e\u0301 n\u0303", "e n")]
    [InlineData("İstanbul ΣΑΣ", "istanbul σασ")]
    [InlineData("漢字かな", "漢 字 かな")]
    [InlineData("\U00020000x", "\U00020000 x")]
    [InlineData("한", "\u1112\u1161\u11ab")]
    [InlineData("soft\u00adhyphen zero\u200bwidth \ufeffmark", "softhyphen zerowidth mark")]
    [InlineData("bell\u0007 null\0 private\ue000 lost\ufffd", "bell null private lost")]
    [InlineData("go 👩\u200d💻 on", "go 👩💻 on")]
    [InlineData("[SEP] [MASK]", "[ sep ] [ mask ]")]
    [InlineData(" \n ", "")]
    [InlineData("", "")]
    public void UncasedWords_AreThoseOfTheTraining(string text, string words) =>
        Assert.Equal(words, Words(new(lowerCase: true, stripAccents: true, splitIdeographs: true), text));

    [Fact]
    public void CasedWords_KeepCapitalsAndAccents() =>
        Assert.Equal("Café , É 漢 字", Words(new(lowerCase: false, stripAccents: false, splitIdeographs: true), "Café,É漢字"));

    [Fact]
    public void Settings_AreIndependent()
    {
        Assert.Equal("café", Words(new(lowerCase: true, stripAccents: false, splitIdeographs: true), "CAFÉ"));
        Assert.Equal("CAFE", Words(new(lowerCase: false, stripAccents: true, splitIdeographs: true), "CAFÉ"));
        Assert.Equal("漢字", Words(new(lowerCase: true, stripAccents: true, splitIdeographs: false), "漢字"));
    }

    // An attribute cannot hold half a pair.
    [Fact]
    public void HalfASurrogatePair_IsLeftOut() =>
        Assert.Equal("ab c😀", Words(new(lowerCase: true, stripAccents: true, splitIdeographs: true), "a\ud83db \ude00c\ud83d\ud83d\ude00"));

    private static string Words(BertWords words, string text) =>
        string.Join(' ', words.Split(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
