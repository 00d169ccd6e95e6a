using System.Net;

namespace Hevlayer.Workers;

/// <summary>The target namespace of a pipeline, asked for once, and again after a failure. Thread safe.</summary>
/// <param name="layer">The client.</param>
/// <param name="pipelineId">The pipeline.</param>
internal sealed class TargetNamespace(IHevlayerClient layer, string pipelineId)
{
    private volatile Pipeline? _pipeline;

    public async ValueTask<Pipeline> GetAsync(CancellationToken cancellationToken) => _pipeline ?? await FindAsync(cancellationToken);

    /// <summary>Makes the next call ask again: the pipeline may have been replaced by then.</summary>
    public void Forget() => _pipeline = null;

    private async Task<Pipeline> FindAsync(CancellationToken cancellationToken)
    {
        var all = await layer.Api.ListPipelinesAsync(cancellationToken: cancellationToken);
        return _pipeline = all.Pipelines.FirstOrDefault(pipeline => string.Equals(pipeline.Id, pipelineId, StringComparison.Ordinal))
            ?? throw new HevlayerException($"The pipeline '{pipelineId}' does not exist; its documents wait until it is created.")
            {
                StatusCode = HttpStatusCode.NotFound,
                IsTransient = true,
            };
    }
}
