namespace Hevlayer.Workers.Simulation;

/// <summary>The function of a history, and how often it was called.</summary>
internal sealed class FunctionWorkload(FunctionPlan plan, Random random)
{
    private readonly Dictionary<string, FunctionRow> _rows = plan.Rows.ToDictionary(static row => row.Id, StringComparer.Ordinal);
    private readonly Dictionary<(string Id, string Version), int> _calls = [];

    /// <summary>How often a row was worked on for a version.</summary>
    public int CallsOf(string id, string version) => _calls.GetValueOrDefault((id, version));

    /// <summary>The function as workers of a version compute it.</summary>
    public IFunctionHandler Of(string version) => new Handler(this, version);

    private async Task<FunctionResult> WorkAsync(FunctionItem item, string version, CancellationToken cancellationToken)
    {
        var calls = _calls[(item.Id, version)] = CallsOf(item.Id, version) + 1;
        var kind = _rows[item.Id].Kind;
        await Task.Delay(kind == FunctionRowKind.Hang ? Timeout.InfiniteTimeSpan : plan.WorkTime * random.NextDouble(), item.Clock, cancellationToken);
        return kind switch
        {
            FunctionRowKind.Poison => throw new InvalidOperationException("This row fails each time."),
            FunctionRowKind.Flaky when calls % 2 == 1 => throw new InvalidOperationException("This row fails once."),
            FunctionRowKind.Rejected => throw new DocumentRejectedException("This row will never succeed."),
            FunctionRowKind.Undeclared => FunctionResult.Write("other", "x"),
            _ => FunctionResult.Write(FunctionModel.Output, FunctionModel.OutputOf(version, item.Input.GetString(FunctionModel.Input)!)),
        };
    }

    private sealed class Handler(FunctionWorkload workload, string version) : IFunctionHandler
    {
        public Task<FunctionResult> HandleAsync(FunctionItem item, CancellationToken cancellationToken) => workload.WorkAsync(item, version, cancellationToken);
    }
}
