using System.Buffers;

namespace Hevlayer.Quickstart;

/// <summary>Tells text from binary data before the first chunk of a file is staged.</summary>
internal static class TextProbe
{
    private const int BlockSize = 64 * 1024;

    private static readonly byte[][] WideMarks = [[0xFF, 0xFE], [0xFE, 0xFF], [0x00, 0x00, 0xFE, 0xFF]];

    /// <summary>Reads a stream to its end or its first NUL byte, and rewinds it.</summary>
    /// <param name="stream">The open file, at its start.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Whether it holds a NUL byte; UTF-16 and UTF-32 are text when they carry their byte order mark.</returns>
    public static async Task<bool> IsBinaryAsync(Stream stream, CancellationToken cancellationToken)
    {
        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            for (var first = true; ; first = false)
            {
                var count = await stream.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellationToken);
                if (count == 0 || (first && HasWideMark(block.AsSpan(0, count))))
                {
                    return false;
                }

                if (block.AsSpan(0, count).Contains((byte)0))
                {
                    return true;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
            stream.Position = 0;
        }
    }

    private static bool HasWideMark(ReadOnlySpan<byte> start)
    {
        foreach (var mark in WideMarks)
        {
            if (start.StartsWith(mark))
            {
                return true;
            }
        }

        return false;
    }
}
