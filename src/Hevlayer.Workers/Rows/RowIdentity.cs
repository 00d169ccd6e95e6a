using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Hevlayer.Workers;

/// <summary>Ids of rows that follow from what a row is made of.</summary>
internal static class RowIdentity
{
    // Half of the hash: two rows of a document share one by accident in 2^64 rows.
    private const int HashBytes = 16;

    /// <summary>Most bytes of UTF-8 that vector stores take as an id.</summary>
    public const int MaxBytes = 64;

    /// <summary>The start of the document's id, as much as fits, and a hash: the whole id is in the hash.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="embedder">What makes the vector.</param>
    /// <param name="text">What is embedded.</param>
    /// <param name="occurrence">How often the text stands before in the document.</param>
    public static string Of(string documentId, string embedder, string text, int occurrence)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, documentId);
        Append(hash, embedder);
        Append(hash, text);
        Append(hash, occurrence);
        return $"{StartOf(documentId)}-{TextOf(hash)}";
    }

    /// <summary>Adds a text and its length, so that no two lists of texts are one.</summary>
    public static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    /// <summary>Adds a number.</summary>
    public static void Append(IncrementalHash hash, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }

    /// <summary>The hash as 22 characters.</summary>
    public static string TextOf(IncrementalHash hash) => Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, HashBytes));

    private static string StartOf(string documentId)
    {
        var room = MaxBytes - 1 - Base64Url.GetEncodedLength(HashBytes);
        var length = 0;
        foreach (var rune in documentId.EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return documentId[..length];
    }
}
