using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>One running worker that claims rows of a function.</summary>
internal sealed class FunctionWorker : WorkerEngine
{
    public FunctionWorker(FunctionWorkerOptions options, IFunctionGateway gateway, IFunctionHandler handler, WorkerStatus status, FunctionTelemetry telemetry, TimeProvider clock, Random random, ILogger log, CancellationToken stopping)
        : this(new FunctionParts(options, gateway, handler, status.Progress, telemetry, clock, random, log, stopping))
    {
    }

    private FunctionWorker(FunctionParts parts)
        : base(parts, new FunctionAdapter(parts))
    {
    }
}
