namespace Hevlayer.Protocol;

/// <summary>A state as one number: those of its documents, 24 bits each, and that of its budget above them.</summary>
internal static class Packing
{
    public const int MostDocuments = 2;

    private const int Bits = 24;
    private const ulong Mask = (1UL << Bits) - 1;

    public static ulong Pack(int budget, ReadOnlySpan<int> documents)
    {
        var packed = (ulong)budget;
        foreach (var document in documents)
        {
            packed = (packed << Bits) | (uint)document;
        }

        return packed;
    }

    /// <summary>Reads the documents of a state, and gives its budget.</summary>
    public static int Unpack(ulong packed, Span<int> documents)
    {
        for (var index = documents.Length - 1; index >= 0; index--)
        {
            documents[index] = (int)(packed & Mask);
            packed >>= Bits;
        }

        return (int)packed;
    }
}
