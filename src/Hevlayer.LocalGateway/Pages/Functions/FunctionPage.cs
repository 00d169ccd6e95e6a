namespace Hevlayer.Local;

/// <summary>The functions, and one of them with its queue.</summary>
internal static class FunctionPage
{
    public const string Name = "functions";

    private const int ShownRows = 100;

    public static GatewayResponse? Answer(PageRequest request, PageContext context) => (request.Method, request.Parts) switch
    {
        ("GET", [_]) => PageAnswer.Of(request, Name, new FunctionList([.. context.State.Functions.Sights().Select(FunctionSummary.Of)]), List),
        ("GET", [_, var id]) => PageAnswer.Of(request, id, Read(context, id), Detail),
        ("POST", [_, var id, "pause" or "resume" or "reset-failed"]) => Act(request, context, id),
        _ => null,
    };

    private static GatewayResponse Act(PageRequest request, PageContext context, string id)
    {
        var call = new GatewayRequest("POST", $"/v2/udfs/{Uri.EscapeDataString(id)}/{request.Parts[^1]}", string.Empty, static _ => null, default);
        return (int)context.Call(call).Status >= 400
            ? throw GatewayFault.NotFound($"udf '{Show.Cut(id)}' not found")
            : PageAnswer.Done(request, PageAddresses.Of(Name, id), Read(context, id));
    }

    private static FunctionDetail Read(PageContext context, string id)
    {
        var queue = context.State.Functions.Require(id);
        var sight = queue.Look();
        return new(FunctionSummary.Of(sight), [.. queue.LookInto(state: null, ShownRows).Select(item => ItemLine.Of(item, sight))]);
    }

    private static Html List(FunctionList list) => Show.Table(
        "Functions",
        "There is no function yet: create one by POST /v2/udfs.",
        ["Function", "State", "Ready", "Held", "Failed", "Sweeps"],
        [.. list.Functions.Select(static one => Html.Of($"<tr><td>{Show.Link(PageAddresses.Of(Name, one.Id), one.Id)}</td><td>{State(one)}</td><td class=\"n\">{one.Ready}</td><td class=\"n\">{one.Held}</td><td class=\"n\">{one.Failed}</td><td class=\"n\">{one.SweepsCompleted}</td></tr>"))]);

    private static Html Detail(FunctionDetail detail) => Html.Of($"""
        <p class="why {(detail.Function.Paused ? "warn" : "busy")}">{State(detail.Function)}; {detail.Function.Ready} ready, {detail.Function.Held} held, {detail.Function.Failed} failed; {(detail.Function.Asking is { } worker ? $"worker '{Show.Cut(worker)}' asked in the last minute" : "no worker has asked in the last minute")}.</p>
        <p>
        {(detail.Function.Paused ? Button(detail, "resume", "Resume") : Button(detail, "pause", "Pause"))}
        {Html.If(detail.Function.Failed > 0, $"{Button(detail, "reset-failed", "Retry the failed")}")}
        </p>
        {Show.Table($"The first {ShownRows} rows of its queue", "No row is queued.", ["Row", "State", "Attempts", "Why"], [.. detail.Rows.Select(Row)])}
        """);

    private static Html Button(FunctionDetail detail, string action, string label) => Show.Button(PageAddresses.Of(Name, detail.Function.Id, action), label);

    private static Html Row(ItemLine row) => Html.Of($"""
        <tr><td>{Show.Link(PageAddresses.Of(NamespacePage.Name, row.Namespace), row.Namespace)} {Show.Text(row.Id)}</td><td>{row.State}</td><td class="n">{row.Attempts}</td><td>{Show.Text(row.Why)}</td></tr>
        """);

    private static string State(FunctionSummary function) => function.Paused ? "paused" : "running";
}
