namespace Hevlayer.Workers.Simulation;

/// <summary>Makes documents of messages, unless something is wrong with the message.</summary>
internal sealed class MessageMapper(FaultCount faults) : IDocumentMapper<SimulatedMessage>
{
    public async Task<SourceDocument?> MapAsync(SourceMessage<SimulatedMessage> message, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var isBroken = message.Body.Fault == SimulatedFault.Poison || (message.Body.Fault == SimulatedFault.Flaky && message.ReceiveCount == 1);
        if (isBroken)
        {
            faults.Add(message.Body.Fault!.Value);
            throw new InvalidDataException($"The message of {message.Body.Document.Id} is broken.");
        }

        return message.Body.Document is { IsDeleted: true, Id: var id } ? SourceDocument.Deleted(id) : SourceDocument.OfChunks(message.Body.Document.Chunks);
    }
}
