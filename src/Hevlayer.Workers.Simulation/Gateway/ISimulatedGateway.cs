using Hevlayer.Local;

namespace Hevlayer.Workers.Simulation;

/// <summary>A gateway as the world of a simulation sees it, whatever workers reach it by.</summary>
internal interface ISimulatedGateway
{
    /// <summary>The rows that are indexed: id and content, as text.</summary>
    IReadOnlyDictionary<string, string> Rows { get; }

    /// <summary>Where each document is.</summary>
    IReadOnlyList<DocumentState> Documents { get; }

    /// <summary>Documents that are neither indexed nor failed.</summary>
    int OpenDocuments { get; }

    /// <summary>Who was granted which end of a hold.</summary>
    Grants Grants { get; }

    /// <summary>A producer stages a document.</summary>
    void Stage(string documentId, IReadOnlyList<Chunk> chunks);

    /// <summary>The bodies of a document's chunks are lost.</summary>
    void LoseChunks(string documentId);

    /// <summary>Takes a document from whoever holds it, as a lease that runs out early does.</summary>
    void TakeAway(string documentId, DocumentStage claimStage, DocumentStage stage);

    /// <summary>Answers a request.</summary>
    GatewayResponse Answer(GatewayRequest request);
}
