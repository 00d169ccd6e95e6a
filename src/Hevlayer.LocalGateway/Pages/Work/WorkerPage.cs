namespace Hevlayer.Local;

/// <summary>The workers seen in the last minute, on pipelines and functions.</summary>
internal static class WorkerPage
{
    public const string Name = "workers";

    public static GatewayResponse? Answer(PageRequest request, PageContext context) => (request.Method, request.Parts) switch
    {
        ("GET", [_]) => PageAnswer.Of(request, Name, Read(context), static list => Table(list.Workers)),
        _ => null,
    };

    public static Html Table(IReadOnlyList<WorkerLine> workers) => Show.Table(
        "Workers seen in the last minute",
        "No worker has called in the last minute.",
        ["Worker", "At", "Seen", "Claims", "Taken", "Renewals"],
        [.. workers.Select(Row)]);

    private static WorkerList Read(PageContext context) => new(
    [
        .. context.State.Pipelines.Sights().SelectMany(WorkerLine.Of),
        .. context.State.Functions.Sights().SelectMany(WorkerLine.Of),
    ]);

    private static Html Row(WorkerLine worker) => Html.Of($"""
        <tr><td>{Show.Text(worker.Worker)}</td><td>{Place(worker)}</td><td>{Spans.Of(TimeSpan.FromSeconds(worker.LastSeenSecondsAgo))} ago</td><td class="n">{worker.Claims}</td><td class="n">{worker.Taken}</td><td class="n">{worker.Renewals}</td></tr>
        """);

    private static Html Place(WorkerLine worker) => worker.Pipeline is { } pipeline
        ? Html.Of($"{Show.Link(PageAddresses.Of(PipelinePage.Name, pipeline), pipeline)} from {Show.Text(worker.Stage ?? "nowhere yet")}")
        : Show.Link(PageAddresses.Of(FunctionPage.Name, worker.Function!), worker.Function!);
}
