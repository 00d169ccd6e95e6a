using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Hevlayer.Local;

/// <summary>Blobs by namespace and hash. Thread safe.</summary>
internal sealed class BlobStore
{
    private readonly ConcurrentDictionary<(string Namespace, string Sha), byte[]> _blobs = new();

    /// <summary>Keeps a copy of the bytes, once however often they come.</summary>
    public BlobReference Put(string name, ReadOnlySpan<byte> bytes)
    {
        var reference = new BlobReference(name, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var key = (name, reference.Sha);
        if (!_blobs.ContainsKey(key))
        {
            _blobs[key] = bytes.ToArray();
        }

        return reference;
    }

    public byte[]? Find(BlobReference reference) => _blobs.GetValueOrDefault((reference.Namespace, reference.Sha));
}
