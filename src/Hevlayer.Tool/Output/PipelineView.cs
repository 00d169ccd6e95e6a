namespace Hevlayer.Tool;

/// <summary>A pipeline and where its documents are, up to 15 seconds ago.</summary>
internal sealed record PipelineView
{
    public required string Pipeline { get; init; }

    public string? TargetNamespace { get; init; }

    /// <summary>What the gateway calls the state; null where it does not say.</summary>
    public string? State { get; init; }

    public required IReadOnlyDictionary<string, long> Counts { get; init; }

    public long Pending { get; init; }

    public long Processing { get; init; }

    public long Indexed { get; init; }

    public long Failed { get; init; }

    /// <summary>Documents in other stages, which somebody has yet to take on.</summary>
    public long Elsewhere { get; init; }

    public double IndexedPerMinute { get; init; }

    /// <summary>Whether every document is indexed or failed.</summary>
    public bool IsDrained => Pending + Processing + Elsewhere == 0;

    public static string[] Headings { get; } = ["pipeline", "namespace", "pending", "in work", "indexed", "failed", "elsewhere", "indexed/min"];

    public string[] Cells =>
    [
        Pipeline, TargetNamespace ?? "", Screen.Number(Pending), Screen.Number(Processing), Screen.Number(Indexed),
        Screen.Number(Failed), Screen.Number(Elsewhere), Screen.Number(IndexedPerMinute),
    ];

    public ExitCode ExitCode => IsDrained && Failed == 0 ? ExitCode.Fine : ExitCode.NotFine;

    public static PipelineView Of(PipelineStatus status, string? targetNamespace = null)
    {
        var ended = status.Counts.GetValueOrDefault(DocumentStage.Indexed.Value) + status.Counts.GetValueOrDefault(DocumentStage.Failed.Value);
        return new()
        {
            Pipeline = status.PipelineId,
            TargetNamespace = targetNamespace,
            State = status.Status?.Value,
            Counts = status.Counts,
            Pending = status.PendingCount,
            Processing = status.ProcessingCount,
            Indexed = status.Counts.GetValueOrDefault(DocumentStage.Indexed.Value),
            Failed = status.FailedCount,
            Elsewhere = Math.Max(0, status.Counts.Values.Sum() - ended - status.PendingCount - status.ProcessingCount),
            IndexedPerMinute = status.IndexedRatePerMin,
        };
    }
}
