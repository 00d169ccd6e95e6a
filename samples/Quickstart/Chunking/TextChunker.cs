using System.Runtime.CompilerServices;

namespace Hevlayer.Quickstart;

/// <summary>Cuts a text of any length into chunks while it is read; together they are the whole text.</summary>
/// <param name="maxLength">Largest number of characters of a chunk.</param>
internal sealed class TextChunker(int maxLength = TextChunker.DefaultMaxLength)
{
    /// <summary>A paragraph or two: enough to answer a question, little enough to be about one thing.</summary>
    public const int DefaultMaxLength = 800;

    private const int ChunksPerRead = 16;

    /// <summary>Cuts what a reader gives; the chunks depend on the text alone, not on how it arrives.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<string> CutAsync(TextReader text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new char[ChunksPerRead * maxLength];
        var (start, end, ended) = (0, 0, false);
        while (true)
        {
            // A cut looks one character past the longest chunk.
            if (!ended && end - start <= maxLength)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
                var read = await text.ReadBlockAsync(buffer.AsMemory(end), cancellationToken);
                ended = read < buffer.Length - end;
                end += read;
            }

            if (start == end)
            {
                yield break;
            }

            var length = ChunkBoundary.Find(buffer.AsSpan(start, Math.Min(end - start, maxLength + 1)), maxLength);
            yield return new string(buffer, start, length);
            start += length;
        }
    }
}
