namespace Hevlayer.Workers.Tests.Sources;

/// <summary>A source whose acknowledgement of document <c>a</c> ends when a test says so, and does not listen to its token.</summary>
internal sealed class DeafSource(IDocumentSource<Update> queue, Task end) : IDocumentSource<Update>
{
    public Task<IReadOnlyList<SourceMessage<Update>>> ReceiveAsync(ReceiveContext context, CancellationToken cancellationToken) =>
        queue.ReceiveAsync(context, cancellationToken);

    public async Task AcknowledgeAsync(SourceMessage<Update> message, CancellationToken cancellationToken)
    {
        if (message.Body.Id == "a")
        {
            await end;
        }

        await queue.AcknowledgeAsync(message, cancellationToken);
    }

    public Task RejectAsync(SourceMessage<Update> message, Rejection rejection, CancellationToken cancellationToken) =>
        queue.RejectAsync(message, rejection, cancellationToken);

    public Task ExtendAsync(SourceMessage<Update> message, TimeSpan by, CancellationToken cancellationToken) =>
        queue.ExtendAsync(message, by, cancellationToken);
}
