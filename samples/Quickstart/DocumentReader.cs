using System.Runtime.CompilerServices;
using System.Text;

namespace Hevlayer.Quickstart;

/// <summary>Cuts a file into documents while it is read, so that a file of any size costs the memory of one document.</summary>
/// <param name="chunker">Cuts text into chunks.</param>
/// <param name="skipped">Hears of files that hold no text.</param>
/// <param name="chunksPerDocument">Largest number of chunks of one document.</param>
internal sealed class DocumentReader(TextChunker chunker, SkippedFiles skipped, int chunksPerDocument = DocumentReader.DefaultChunksPerDocument)
{
    /// <summary>About 50,000 characters: small enough to hold many, large enough to make few calls.</summary>
    public const int DefaultChunksPerDocument = 64;

    private const int BufferSize = 32 * 1024;

    private static readonly FileStreamOptions Sequential = new()
    {
        Options = FileOptions.SequentialScan,
        Share = FileShare.ReadWrite | FileShare.Delete,
        BufferSize = 0,
    };

    /// <summary>The documents of one file, in order; none when the file cannot be read, is binary or is blank.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<TextDocument> ReadAsync(TextFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var documents = CutAsync(file, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(documents, file))
        {
            yield return documents.Current;
        }
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<TextDocument> documents, TextFile file)
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

    private async IAsyncEnumerable<TextDocument> CutAsync(TextFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A named pipe has no length either, and opening one would wait for a writer for ever.
        if (new FileInfo(file.Path).Length == 0)
        {
            skipped.Empty();
            yield break;
        }

        await using var stream = new FileStream(file.Path, Sequential);
        if (!stream.CanSeek || await TextProbe.IsBinaryAsync(stream, cancellationToken))
        {
            skipped.Binary(file.Name);
            yield break;
        }

        using var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, BufferSize);
        var part = 1;
        var draft = new DocumentDraft(file.Name, part);
        await foreach (var piece in chunker.CutAsync(text, cancellationToken))
        {
            if (draft.Count == chunksPerDocument)
            {
                yield return draft.Finish();
                draft = new(file.Name, ++part);
            }

            draft.Add(piece);
        }

        if (draft.Count > 0)
        {
            yield return draft.Finish();
        }
        else if (part == 1)
        {
            skipped.Empty();
        }
    }
}
