using System.Net;

namespace Hevlayer;

/// <summary>A pipeline exists under the wanted id, but with another target namespace or distance metric.</summary>
public sealed class PipelineMismatchException : HevlayerException
{
    private PipelineMismatchException(string message, Pipeline existing)
        : base(message)
    {
        Existing = existing;
        StatusCode = HttpStatusCode.Conflict;
        Code = HevlayerErrorCodes.Conflict;
        Method = GatewayOperations.CreatePipeline.Method.Method;
        Route = GatewayOperations.CreatePipeline.Route;
    }

    /// <summary>The pipeline as the gateway has it.</summary>
    public Pipeline Existing { get; }

    internal static Pipeline ThrowIfDifferent(Pipeline existing, CreatePipelineRequest wanted)
    {
        var metric = wanted.DistanceMetric ?? DistanceMetric.CosineDistance;
        if (existing.TargetNamespace != wanted.TargetNamespace)
        {
            throw new PipelineMismatchException(
                $"The pipeline '{existing.Id}' exists and writes to the namespace '{existing.TargetNamespace}', not to '{wanted.TargetNamespace}'. Use another id, or delete the pipeline first.",
                existing);
        }

        return existing.DistanceMetric == metric
            ? existing
            : throw new PipelineMismatchException(
                $"The pipeline '{existing.Id}' exists with the distance metric '{existing.DistanceMetric}', not '{metric}'. Use another id, or delete the pipeline first.",
                existing);
    }
}
