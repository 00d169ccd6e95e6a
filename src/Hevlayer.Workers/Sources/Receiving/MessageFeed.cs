namespace Hevlayer.Workers;

/// <summary>Messages of a source, each with what makes a document of it.</summary>
/// <typeparam name="TMessage">What the bodies of messages are read into.</typeparam>
/// <param name="source">The source.</param>
/// <param name="mapper">Makes the content.</param>
/// <param name="documentId">Tells the document's id from a body.</param>
internal sealed class MessageFeed<TMessage>(IDocumentSource<TMessage> source, IDocumentMapper<TMessage> mapper, Func<TMessage, string> documentId) : IMessageFeed
{
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(ReceiveContext context, CancellationToken cancellationToken)
    {
        var messages = await source.ReceiveAsync(context, cancellationToken);
        return [.. messages.Select(message => new TypedMessage<TMessage>(source, mapper, documentId, message))];
    }
}
