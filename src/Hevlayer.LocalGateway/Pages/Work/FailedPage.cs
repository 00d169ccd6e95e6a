namespace Hevlayer.Local;

/// <summary>The failed documents by pipeline and reason. One, a group or all are retried: they become pending, with the chunks that they have.</summary>
internal static class FailedPage
{
    public const string Name = "failed";

    private const int ShownDocuments = 20;

    private static readonly string Address = PageAddresses.Of(Name);

    public static GatewayResponse? Answer(PageRequest request, PageContext context) => (request.Method, request.Parts) switch
    {
        ("GET", [_]) => PageAnswer.Of(request, Name, Read(context), Body),
        ("POST", [_, "retry"]) => RetryAll(request, context),
        ("POST", [_, var pipeline, "retry"]) => Retry(request, context, pipeline, context.State.Pipelines.Require(pipeline).Failed(ReasonOf(request), int.MaxValue), Address),
        _ => null,
    };

    public static GatewayResponse Retry(PageRequest request, PageContext context, string pipeline, IReadOnlyList<string> ids, string next)
    {
        Retry(context, pipeline, ids);
        return PageAnswer.Done(request, next, Read(context));
    }

    private static GatewayResponse RetryAll(PageRequest request, PageContext context)
    {
        foreach (var pipeline in context.State.Pipelines.All())
        {
            Retry(context, pipeline.Id, context.State.Pipelines.Find(pipeline.Id)?.Failed(reason: null, int.MaxValue) ?? []);
        }

        return PageAnswer.Done(request, Address, Read(context));
    }

    private static void Retry(PageContext context, string pipeline, IReadOnlyList<string> ids)
    {
        var change = new SetDocumentsStageRequest { DocumentIds = ids, Stage = DocumentStage.Pending, FromStage = DocumentStage.Failed };
        var call = new GatewayRequest("POST", $"/v2/pipelines/{Uri.EscapeDataString(pipeline)}/documents/stage", string.Empty, static name => name == "Content-Type" ? GatewayResponse.JsonType : null, WireJson.Write(change));
        if (context.Call(call) is { } answer && (int)answer.Status >= 400)
        {
            throw new GatewayFault(answer.Status, "not_retried", $"the documents of pipeline '{pipeline}' cannot be retried");
        }
    }

    // A form always sends the field, be it empty; a program that means all of them leaves it out.
    private static string? ReasonOf(PageRequest request) => request.Has("reason") ? request.Text("reason") ?? string.Empty : null;

    private static FailedList Read(PageContext context) => new([.. context.State.Pipelines.Sights().Where(static sight => sight.Counts.ContainsKey(Stages.Failed)).SelectMany(sight => Groups(context, sight))]);

    private static IEnumerable<FailedGroup> Groups(PageContext context, PipelineSight sight)
    {
        var (id, known) = (sight.Definition.Id, sight.FailedReasons);
        var unknown = sight.Counts[Stages.Failed] - known.Values.Sum();
        return known.Select(static one => (Reason: one.Key, Count: one.Value)).Append((Reason: string.Empty, Count: unknown))
            .Where(static group => group.Count > 0)
            .OrderByDescending(static group => group.Count)
            .Select(group => new FailedGroup(id, group.Reason, group.Count, context.State.Pipelines.Find(id)?.Failed(group.Reason, ShownDocuments) ?? []));
    }

    private static Html Body(FailedList list) => list.Groups.Count == 0 ? Html.Of($"<p class=\"none\">Nothing has failed.</p>") : Html.Of($"""
        <p>{Show.Button($"{Address}/retry", "Retry all")}</p>
        {list.Groups.Select(Section)}
        """);

    private static Html Section(FailedGroup group) => Html.Of($"""
        <section>
        <h2>{(group.Reason.Length == 0 ? Html.Of($"moved to failed by a worker, without a reason on the wire") : Show.Text(group.Reason))}</h2>
        <p>{group.Count} in {Show.Link(PipelinePage.AddressOf(group.Pipeline), group.Pipeline)} {Show.Button(PageAddresses.Of(Name, group.Pipeline, "retry"), "Retry the group", ("reason", group.Reason))}</p>
        <ul>{group.Documents.Select(id => Html.Of($"<li>{Show.Link(DocumentPage.AddressOf(group.Pipeline, id), id)} {Show.Button(PageAddresses.Of(PipelinePage.Name, group.Pipeline, "documents", id, "retry"), "Retry")}</li>"))}</ul>
        {Html.If(group.Count > group.Documents.Count, $"<p class=\"soft\">and {group.Count - group.Documents.Count} more</p>")}
        </section>
        """);
}
