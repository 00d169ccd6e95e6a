namespace Hevlayer.Workers;

/// <summary>How a worker writes rows to the index.</summary>
public enum RowRoute
{
    /// <summary>
    /// The rows go to the namespace, and then the document is completed, many in one call; the gateway refuses a completion
    /// when the document was staged again meanwhile. What was staged last is what is indexed last.
    /// Routes: <c>POST /v2/namespaces/{namespace}</c>, <c>POST /v2/pipelines/{pipeline_id}/documents/stage</c>.
    /// </summary>
    Guarded,

    /// <summary>
    /// One call does both, without a condition: a document that is staged again while it is worked on may end with its old
    /// rows. For gateways whose namespaces take no conditions.
    /// Route: <c>PUT /v2/pipelines/{pipeline_id}/documents/{doc_id}/vectors</c>.
    /// </summary>
    PutVectors,
}
