using System.Runtime.CompilerServices;
using Hevlayer.Workers;

namespace Hevlayer.Quickstart;

/// <summary>Cuts a file into documents while it is read, so that a file of any size costs the memory of one document.</summary>
internal static class DocumentReader
{
    /// <summary>About 50,000 characters: small enough to hold many, large enough to make few calls.</summary>
    private const int ChunksPerDocument = 64;

    private const int BlockLength = 32 * 1024;

    // What of the white space behind the last piece is kept for the next block: enough to tell a paragraph's end.
    private const int KeptWhiteSpace = 16;

    private static readonly SentenceChunker Chunker = new(new() { MaxLength = 800, Overlap = 0 });

    /// <summary>The documents of one file, in order; none when the file cannot be read, is binary or is blank.</summary>
    /// <param name="file">The file.</param>
    /// <param name="skipped">Hears of a file without text.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<TextDocument> ReadAsync(TextFile file, SkippedFiles skipped, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var documents = CutAsync(file, skipped, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(documents, file, skipped))
        {
            yield return documents.Current;
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<TextDocument> documents, TextFile file, SkippedFiles skipped)
    {
        try
        {
            return await documents.MoveNextAsync();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            skipped.Unreadable(file.Name, exception.Message);
            return false;
        }
    }

    private static async IAsyncEnumerable<TextDocument> CutAsync(TextFile file, SkippedFiles skipped, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = await file.OpenAsync(skipped, cancellationToken);
        if (text is null)
        {
            yield break;
        }

        var part = 0;
        var pieces = new List<string>(ChunksPerDocument);
        await foreach (var piece in PiecesAsync(text, cancellationToken))
        {
            if (pieces.Count == ChunksPerDocument)
            {
                yield return TextDocument.Of(file, ++part, pieces);
                pieces.Clear();
            }

            pieces.Add(piece);
        }

        if (pieces.Count > 0)
        {
            yield return TextDocument.Of(file, ++part, pieces);
        }

        if (part == 0)
        {
            skipped.Empty();
        }
    }

    // The last piece of a block may go on in the next one, so it waits for it.
    private static async IAsyncEnumerable<string> PiecesAsync(TextReader text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var block = new char[BlockLength];
        for (var kept = 0; ;)
        {
            var length = kept + await text.ReadBlockAsync(block.AsMemory(kept), cancellationToken);
            var all = new string(block, 0, length);
            var pieces = Chunker.Split(all).ToList();
            var isEnd = length < block.Length;
            foreach (var piece in isEnd ? pieces : pieces.SkipLast(1))
            {
                yield return piece;
            }

            if (isEnd)
            {
                yield break;
            }

            var end = all.TrimEnd().Length;
            var start = end - (pieces.LastOrDefault()?.Length ?? 0);
            kept = Math.Min(length, end + KeptWhiteSpace) - start;
            block.AsSpan(start, kept).CopyTo(block);
        }
    }
}
