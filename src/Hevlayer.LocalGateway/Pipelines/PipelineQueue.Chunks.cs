namespace Hevlayer.Local;

internal sealed partial class PipelineQueue
{
    private const string LostChunks = "chunk bodies are missing";

    public byte[] ReadChunks(string documentId)
    {
        lock (_lock)
        {
            var now = ReturnExpired();
            var document = Require(documentId);
            return document.Chunks ?? throw FailedRead(document, now);
        }
    }

    public void LoseChunks(string documentId)
    {
        lock (_lock)
        {
            Require(documentId).Chunks = null;
        }
    }

    private GatewayFault FailedRead(QueuedDocument document, long now)
    {
        document.FailedReads++;
        Note(document, DocumentEvent.ReadFailed, now);
        if (document.FailedReads >= options.ChunkDeadLetterAttempts && document.Stage != Stages.Failed)
        {
            _board.Move(document, Stages.Failed, reason: LostChunks);
            Note(document, DocumentEvent.Failed, now, detail: LostChunks);
        }

        return GatewayFault.Upstream($"{LostChunks} for document '{document.Id}' (failed read {document.FailedReads})");
    }
}
