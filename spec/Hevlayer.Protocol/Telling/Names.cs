using System.Globalization;

namespace Hevlayer.Protocol;

/// <summary>What workers, documents and mutants are called.</summary>
internal static class Names
{
    public static string Worker(int worker) => $"worker {(char)('A' + worker)}";

    public static string Document(int document) => string.Create(CultureInfo.InvariantCulture, $"document {document + 1}");

    /// <summary>A name of the model as a word of a command line, such as <c>put-vectors</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select(static (letter, at) => at > 0 && char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    public static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
