using Microsoft.Extensions.AI;

namespace Hevlayer.Workers;

/// <summary>Changes the model behind an index without a gap.</summary>
public static class MigrationExtensions
{
    /// <summary>
    /// Builds an index with another embedder beside the one that answers, and switches over when it is complete: every document that the
    /// old pipeline knows has the rows there that its chunks, as staged last, say. It stages the old pipeline's chunks in
    /// the new pipeline, whose embedding worker does the rest, and looks through all documents until nothing differs. The old index stays as it is.
    /// Broken off at any point, it goes on when it is called again. Meanwhile producers stage in both pipelines
    /// (<see cref="SourceWorkerOptions.AlsoInto"/>); what they stage in the old one alone after the last look is missing in the new.
    /// Routes: <c>GET /v2/pipelines</c>, <c>GET /v2/pipelines/{pipeline_id}/status</c>,
    /// <c>POST /v2/namespaces/{namespace}/query</c>, <c>POST /v2/namespaces/{namespace}/documents</c>,
    /// <c>GET /v2/pipelines/{pipeline_id}/documents/{document_id}/chunks</c>,
    /// <c>PUT /v2/pipelines/{pipeline_id}/documents/{document_id}</c>, <c>POST /v2/pipelines/{pipeline_id}/documents/stage</c>,
    /// <c>POST /v2/namespaces/{namespace}</c>.
    /// </summary>
    /// <param name="layer">The client.</param>
    /// <param name="pipelineId">The pipeline that was there first: the name under which <see cref="LiveIndexExtensions.LiveIndex"/> finds the live index.</param>
    /// <param name="newEmbedder">The generator of the new index's worker, which is only asked what it is.</param>
    /// <param name="into">The pipeline that feeds the new index, with a target namespace of its own and an embedding worker; it exists.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    /// <returns>What was done; <see cref="MigrationReport.IsSwitchedOver"/> tells whether the new index answers.</returns>
    /// <exception cref="ArgumentException">An option does not fit, or an id is empty.</exception>
    /// <exception cref="MigrationRefusedException">Another migration is under way, or both pipelines write to one namespace.</exception>
    /// <exception cref="HevlayerException">A call failed.</exception>
    public static async Task<MigrationReport> MigrateAsync(this HevlayerClient layer, string pipelineId, IEmbeddingGenerator newEmbedder, string into, MigrationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentException.ThrowIfNullOrWhiteSpace(pipelineId);
        ArgumentNullException.ThrowIfNull(newEmbedder);
        ArgumentException.ThrowIfNullOrWhiteSpace(into);
        options ??= new();
        Check(options);
        var embedder = EmbedderId.Of(newEmbedder, options.Embedding);
        var cards = new IndexCards(layer, pipelineId, options.CardNamespace);
        var side = (await cards.SideOfAsync(into, cancellationToken)) with { Embedder = EmbedderId.WithPrefix(embedder, options.Embedding) };
        return await new IndexMigration(layer, cards, side, new RowDeclaration(embedder, options.Embedding), options).RunAsync(cancellationToken);
    }

    /// <summary>
    /// Gives a migration up, or has the index that was live before it answer again: at once, as it is. Where producers have not staged in both
    /// pipelines since, migrate back into the old one instead, which brings it up to date first.
    /// Routes: <c>POST /v2/namespaces/{namespace}/documents</c>, <c>POST /v2/namespaces/{namespace}</c>; where nothing was ever migrated
    /// also <c>GET /v2/pipelines</c>, <c>POST /v2/namespaces/{namespace}/query</c>.
    /// </summary>
    /// <param name="layer">The client.</param>
    /// <param name="pipelineId">The pipeline that was there first.</param>
    /// <param name="cardNamespace">The namespace that says which index is live; null for <c>{pipeline}-index</c>.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The index that answers now.</returns>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="MigrationRefusedException">There is nothing to go back to, or somebody else has changed which index is live.</exception>
    /// <exception cref="HevlayerException">A call failed.</exception>
    public static async Task<IndexSide> GoBackAsync(this HevlayerClient layer, string pipelineId, string? cardNamespace = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentException.ThrowIfNullOrWhiteSpace(pipelineId);
        var cards = new IndexCards(layer, pipelineId, cardNamespace);
        var card = await cards.ReadAsync(cancellationToken);
        if (card.Other is null)
        {
            throw new MigrationRefusedException($"The index of the pipeline '{pipelineId}' has not been migrated: there is nothing to go back to.");
        }

        var before = card.GoBack();
        return await cards.ChangeAsync(before, cancellationToken)
            ? before.Live
            : throw new MigrationRefusedException("Somebody else has changed which index is live meanwhile; look again.");
    }

    private static void Check(MigrationOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 1, "options.BatchSize");
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConcurrentCalls, 1, "options.MaxConcurrentCalls");
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxPasses, 2, "options.MaxPasses");
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxMissingDocuments, "options.MaxMissingDocuments");
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SettleTime, TimeSpan.Zero, "options.SettleTime");
        if (options.StoredTextAttribute is { Length: 0 })
        {
            throw new ArgumentException($"{nameof(options.StoredTextAttribute)} is empty; null stands for none.", nameof(options));
        }

        if (options.Embedding.RowIds != RowIds.ByContent)
        {
            throw new ArgumentException("Rows under the ids of chunks do not tell what they were made from: the new index could not be compared.", nameof(options));
        }
    }
}
