namespace Hevlayer.Workers;

/// <summary>A message of a source.</summary>
internal sealed class TypedMessage<TMessage>(
    IDocumentSource<TMessage> source,
    IDocumentMapper<TMessage> mapper,
    Func<TMessage, string> documentId,
    SourceMessage<TMessage> message) : ReceivedMessage
{
    public override string Id => message.Id;

    public override int ReceiveCount => message.ReceiveCount;

    public override TimeSpan? Lease => message.Lease;

    public override string? Problem => message.Problem;

    public override string? TraceParent => message.TraceParent;

    public override string? ReadDocumentId() => documentId(message.Body);

    public override Task<SourceDocument?> MapAsync(CancellationToken cancellationToken) => mapper.MapAsync(message, cancellationToken);

    public override Task AcknowledgeAsync(CancellationToken cancellationToken) => source.AcknowledgeAsync(message, cancellationToken);

    public override Task RejectAsync(Rejection rejection, CancellationToken cancellationToken) => source.RejectAsync(message, rejection, cancellationToken);

    public override Task ExtendAsync(TimeSpan by, CancellationToken cancellationToken) => source.ExtendAsync(message, by, cancellationToken);
}
