namespace Hevlayer.Workers;

/// <summary>The index of a pipeline, reached through the client.</summary>
internal sealed class IndexView(IHevlayerClient layer, string pipelineId) : IIndexView
{
    private readonly TargetNamespace _target = new(layer, pipelineId);
    private readonly DocumentStages _stages = new(layer, pipelineId);

    public async Task<IReadOnlyList<PresentRow>> ListAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken)
    {
        var pipeline = await _target.GetAsync(cancellationToken);
        return await DocumentRows.ListAsync(layer, pipeline.TargetNamespace, documentIds, options: null, cancellationToken);
    }

    public async Task<IReadOnlyList<PresentRow>> FindAsync(IReadOnlyList<string> rowIds, CancellationToken cancellationToken)
    {
        var pipeline = await _target.GetAsync(cancellationToken);
        return await DocumentRows.FindAsync(layer, pipeline.TargetNamespace, rowIds, options: null, cancellationToken);
    }

    public Task<IReadOnlyList<string>> WhichAreIndexedAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken) =>
        _stages.WhichAsync(documentIds, DocumentStage.Indexed, cancellationToken);
}
