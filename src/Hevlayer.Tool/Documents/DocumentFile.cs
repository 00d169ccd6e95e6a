using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Hevlayer.Tool;

/// <summary>Documents in a file, one JSON object a line; <c>-</c> stands for standard input.</summary>
internal sealed class DocumentFile(Surroundings surroundings, string path)
{
    // How a producer says so in what it stages.
    private const string DeletedMark = "hev_deleted";

    /// <summary>Reads the documents.</summary>
    /// <exception cref="Failure">The file cannot be read, or a line is not a document.</exception>
    public async IAsyncEnumerable<(string DocumentId, IReadOnlyList<Chunk> Chunks)> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using var reader = Open();
        for (var number = 1; await ReadLineAsync(reader, cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                var document = Parse(line, number);
                if (!seen.Add(document.Id))
                {
                    throw Wrong(number, $"the document '{document.Id}' was there before");
                }

                yield return (document.Id, ChunksOf(document, number));
            }
        }
    }

    private TextReader Open()
    {
        try
        {
            return path == "-" ? surroundings.In : new StreamReader(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new Failure(ExitCode.BadUsage, $"The file '{path}' cannot be read: {exception.Message}");
        }
    }

    private async Task<string?> ReadLineAsync(TextReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            throw new Failure(ExitCode.BadUsage, $"The file '{path}' cannot be read: {exception.Message}");
        }
    }

    private DocumentLine Parse(string line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(line, DocumentFileJson.Default.DocumentLine) is { Id.Length: > 0 } document ? document : throw Wrong(number, "it has no id");
        }
        catch (JsonException)
        {
            throw Wrong(number, "it is not a JSON object with the members id and chunks, or id and deleted");
        }
    }

    private IReadOnlyList<Chunk> ChunksOf(DocumentLine document, int number)
    {
        if (document.Deleted)
        {
            return [new() { Id = document.Id, Metadata = new AttributeMap { [DeletedMark] = true } }];
        }

        return document.Chunks is { } texts && texts.All(static text => text is not null)
            ? [.. texts.Select((text, index) => new Chunk { Id = $"{document.Id}-{index}", Text = text })]
            : throw Wrong(number, "it has no chunks, which are a list of texts");
    }

    private Failure Wrong(int number, string what) => new(ExitCode.BadUsage, $"Line {number} of '{path}' cannot be used: {what}.");
}
