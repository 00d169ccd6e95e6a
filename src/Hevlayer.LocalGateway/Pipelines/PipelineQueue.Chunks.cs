namespace Hevlayer.Local;

internal sealed partial class PipelineQueue
{
    private const string LostChunks = "chunk bodies are missing";

    public byte[] ReadChunks(string documentId)
    {
        lock (_lock)
        {
            ReturnExpired();
            var document = Require(documentId);
            return document.Chunks ?? throw FailedRead(document);
        }
    }

    public void LoseChunks(string documentId)
    {
        lock (_lock)
        {
            Require(documentId).Chunks = null;
        }
    }

    private GatewayFault FailedRead(QueuedDocument document)
    {
        document.FailedReads++;
        if (document.FailedReads >= options.ChunkDeadLetterAttempts && document.Stage != Stages.Failed)
        {
            _board.Move(document, Stages.Failed, reason: LostChunks);
        }

        return GatewayFault.Upstream($"{LostChunks} for document '{document.Id}' (failed read {document.FailedReads})");
    }
}
