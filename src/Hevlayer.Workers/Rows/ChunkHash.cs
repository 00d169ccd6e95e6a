using System.Security.Cryptography;

namespace Hevlayer.Workers;

/// <summary>Tells whether a document was staged with other chunks.</summary>
internal static class ChunkHash
{
    /// <summary>Hash of the ids and texts of chunks, as 22 characters.</summary>
    public static string Of(IReadOnlyList<Chunk> chunks)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var chunk in chunks)
        {
            RowIdentity.Append(hash, chunk.Id);
            RowIdentity.Append(hash, chunk.Text ?? "");
        }

        return RowIdentity.TextOf(hash);
    }
}
