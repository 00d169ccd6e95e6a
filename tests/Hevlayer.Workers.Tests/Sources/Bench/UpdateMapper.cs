namespace Hevlayer.Workers.Tests.Sources;

/// <summary>A mapper that a test writes, and what it was given.</summary>
internal sealed class UpdateMapper(Func<SourceMessage<Update>, CancellationToken, Task<SourceDocument?>> map) : IDocumentMapper<Update>
{
    public static UpdateMapper OfText { get; } = new(static (message, _) => Task.FromResult<SourceDocument?>(SourceDocument.OfText(message.Body.Text)));

    public Task<SourceDocument?> MapAsync(SourceMessage<Update> message, CancellationToken cancellationToken) => map(message, cancellationToken);
}
