namespace Hevlayer.Workers;

/// <summary>Where a source worker gets its messages from, whatever their bodies are.</summary>
internal interface IMessageFeed
{
    Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(ReceiveContext context, CancellationToken cancellationToken);
}
