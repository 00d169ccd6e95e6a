using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>What the parts of one running function worker share.</summary>
internal sealed class FunctionParts : EngineParts
{
    public FunctionParts(FunctionWorkerOptions options, IFunctionGateway gateway, IFunctionHandler handler, WorkerProgress progress, FunctionTelemetry telemetry, TimeProvider clock, Random random, ILogger log, CancellationToken stopping)
        : base(options.ToLimits(), progress, telemetry, clock, random, log, stopping)
    {
        Options = options;
        Gateway = gateway;
        Handler = handler;
        Telemetry = telemetry;
        Holders = new ClaimHolders(options.WorkerId, random);
        Endings = new RowEndings(gateway, EndedInPart, Abort);
        Version = new FunctionVersion(options, gateway, clock, log);
    }

    public FunctionWorkerOptions Options { get; }

    public IFunctionGateway Gateway { get; }

    public IFunctionHandler Handler { get; }

    public FunctionTelemetry Telemetry { get; }

    public ClaimHolders Holders { get; }

    public RowEndings Endings { get; }

    public FunctionVersion Version { get; }

    // Which rows the gateway ended cannot be known; how many can.
    private void EndedInPart(IReadOnlyList<WaitingRow> rows, MoveReply reply)
    {
        Log.RowsEndedInPart(rows.Count, reply.Moved);
        if (rows[0].Ending.Failed is null)
        {
            Telemetry.Completed(reply.Moved);
            Progress.ItemsCompleted(reply.Moved);
        }
    }
}
