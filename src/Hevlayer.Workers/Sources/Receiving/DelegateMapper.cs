namespace Hevlayer.Workers;

/// <summary>Makes the content with a function.</summary>
internal sealed class DelegateMapper<TMessage>(Func<TMessage, SourceDocument?> content) : IDocumentMapper<TMessage>
{
    public Task<SourceDocument?> MapAsync(SourceMessage<TMessage> message, CancellationToken cancellationToken) =>
        Task.FromResult(content(message.Body));
}
