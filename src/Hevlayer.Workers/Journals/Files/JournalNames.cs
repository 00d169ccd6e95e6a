using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Hevlayer.Workers;

/// <summary>Names of journal files.</summary>
internal static class JournalNames
{
    /// <summary>A name that every file system takes, and that no other worker has; the ids may be any text.</summary>
    public static string Of(string pipelineId, string workerName)
    {
        // With the length of the first, no two pairs make the same bytes.
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, pipelineId.Length);
        byte[] ids = [.. length, .. MemoryMarshal.AsBytes(pipelineId.AsSpan()), .. MemoryMarshal.AsBytes(workerName.AsSpan())];
        return $"attempts-{Convert.ToHexStringLower(SHA256.HashData(ids))[..32]}.journal";
    }
}
