using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hevlayer.Quickstart;

/// <summary>Ids that depend on nothing but the file's name and the position in it, so that a second run overwrites the first.</summary>
internal static class DocumentId
{
    // Vector stores take row ids of 64 bytes; this leaves room for "#part-00000#0000".
    private const int LongestName = 48;

    private const int ShownOfLongName = 31;

    /// <summary>Id of a file's document: its name, with the number of the part from the second one on.</summary>
    /// <param name="name">Relative name of the file.</param>
    /// <param name="part">Number of the part, from 1.</param>
    public static string ForPart(string name, int part)
    {
        var key = Key(name);
        return part == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}#part-{part:D4}");
    }

    /// <summary>Id of a chunk.</summary>
    /// <param name="documentId">Id of its document.</param>
    /// <param name="number">Its number in the document, from 1.</param>
    public static string ForChunk(string documentId, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{documentId}#{number:D4}");

    private static string Key(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        return bytes.Length <= LongestName
            ? name
            : $"{Tail(bytes)}~{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}";
    }

    // The end of a path tells more than its start; it begins at a whole character.
    private static string Tail(ReadOnlySpan<byte> name)
    {
        var start = name.Length - ShownOfLongName;
        while ((name[start] & 0xC0) == 0x80)
        {
            start++;
        }

        return Encoding.UTF8.GetString(name[start..]);
    }
}
