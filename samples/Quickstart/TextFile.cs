using System.Text;

namespace Hevlayer.Quickstart;

/// <summary>One file to index.</summary>
/// <param name="Path">Absolute path on this machine.</param>
/// <param name="Name">Path from the input folder with forward slashes: the same on every machine.</param>
internal sealed record TextFile(string Path, string Name)
{
    private const int BlockSize = 64 * 1024;

    private static readonly byte[][] WideMarks = [[0xFF, 0xFE], [0xFE, 0xFF], [0x00, 0x00, 0xFE, 0xFF]];

    private static readonly FileStreamOptions Sequential = new()
    {
        Options = FileOptions.SequentialScan,
        Share = FileShare.ReadWrite | FileShare.Delete,
        BufferSize = 0,
    };

    /// <summary>Opens the file as text; null when it is empty or binary.</summary>
    /// <param name="skipped">Hears of a file without text.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<TextReader?> OpenAsync(SkippedFiles skipped, CancellationToken cancellationToken)
    {
        // A named pipe has no length either, and opening one would wait for a writer for ever.
        if (new FileInfo(Path).Length == 0)
        {
            skipped.Empty();
            return null;
        }

        var stream = new FileStream(Path, Sequential);
        if (stream.CanSeek && !await IsBinaryAsync(stream, cancellationToken))
        {
            return new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, BlockSize);
        }

        await stream.DisposeAsync();
        skipped.Binary(Name);
        return null;
    }

    // Told before the first chunk is staged: reads to the end or the first NUL byte, and goes back to the start. UTF-16 and
    // UTF-32 are text when they carry their byte order mark.
    private static async Task<bool> IsBinaryAsync(FileStream stream, CancellationToken cancellationToken)
    {
        var block = new byte[BlockSize];
        var isBinary = false;
        for (var count = 1; count > 0 && !isBinary;)
        {
            var isFirst = stream.Position == 0;
            count = await stream.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellationToken);
            if (isFirst && Array.Exists(WideMarks, mark => block.AsSpan(0, count).StartsWith(mark)))
            {
                break;
            }

            isBinary = block.AsSpan(0, count).Contains((byte)0);
        }

        stream.Position = 0;
        return isBinary;
    }
}
