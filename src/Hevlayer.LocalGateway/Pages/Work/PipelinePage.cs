namespace Hevlayer.Local;

/// <summary>The pipelines, and one of them with the documents of a stage.</summary>
internal static class PipelinePage
{
    public const string Name = "pipelines";

    private const int ShownDocuments = 100;

    public static GatewayResponse? Answer(PageRequest request, PageContext context) => (request.Method, request.Parts) switch
    {
        ("GET", [] or [_]) => PageAnswer.Of(request, Name, new PipelineOverview([.. context.State.Pipelines.Sights().Select(sight => PipelineSummary.Of(sight, context.Faults))]), List),
        ("GET", [_, var id]) => PageAnswer.Of(request, id, Read(request, context.State.Pipelines.Require(id), context.Faults), Detail),
        (_, [_, var id, "documents", .. var rest]) => DocumentPage.Answer(request, context, id, rest),
        _ => null,
    };

    private static PipelineDetail Read(PageRequest request, PipelineQueue queue, InjectedFaults faults)
    {
        var (sight, stage) = (queue.Look(), request.Text("stage") ?? Stages.Pending);
        return new(PipelineSummary.Of(sight, faults), stage, [.. queue.LookInto(stage, ShownDocuments).Select(DocumentLine.Of)], [.. WorkerLine.Of(sight)]);
    }

    private static Html List(PipelineOverview list) => list.Pipelines.Count == 0
        ? Html.Of($"<p class=\"none\">There is no pipeline yet: create one by POST /v2/pipelines.</p>")
        : Html.Join(list.Pipelines.Select(static pipeline => Html.Of($"<section><h2>{Show.Link(AddressOf(pipeline.Id), pipeline.Id)}</h2>{Summary(pipeline)}</section>")));

    private static Html Summary(PipelineSummary pipeline) => Html.Of($"""
        {Mood.Sentence(pipeline.Cause, pipeline.Why)}
        <ol class="flow">{StagesOf(pipeline).Select(stage => Stage(pipeline, stage))}</ol>
        {Done(pipeline.Counts.GetValueOrDefault(Stages.Indexed), pipeline.Counts.Values.Sum())}
        <p class="soft">into {Show.Link(PageAddresses.Of(NamespacePage.Name, pipeline.TargetNamespace), pipeline.TargetNamespace)} · {(long)pipeline.IndexedPerMinute} indexed in the last minute · {(pipeline.OldestWaitSeconds is { } wait ? $"first in line for {Spans.Of(TimeSpan.FromSeconds(wait))}" : "nobody waits")} · {Show.Count(pipeline.WorkersSeen, "worker")} seen in the last minute</p>
        """);

    // The way of a document is shown whole, also where nobody is on it now.
    private static IEnumerable<string> StagesOf(PipelineSummary pipeline) =>
        pipeline.Counts.Keys.Union([Stages.Pending, Stages.Embedding, Stages.Indexed], StringComparer.Ordinal).OrderBy(Place).ThenBy(static stage => stage, StringComparer.Ordinal);

    private static Html Stage(PipelineSummary pipeline, string stage) => Html.Of($"""
        <li class="{(stage is Stages.Failed or Stages.Indexed ? stage : "open")}"><a href="{AddressOf(pipeline.Id)}?stage={Uri.EscapeDataString(stage)}"><bdi>{Show.Cut(stage)}</bdi></a> <b>{pipeline.Counts.GetValueOrDefault(stage)}</b></li>
        """);

    private static Html Done(long done, long all) => Html.If(all > 0, $"<p class=\"share\"><progress max=\"{all}\" value=\"{done}\" aria-label=\"documents that are indexed\"></progress> <span>{done} of {all} indexed</span></p>");

    private static Html Detail(PipelineDetail detail) => Html.Of($"""
        {Summary(detail.Pipeline)}
        {Show.Table($"The first {ShownDocuments} documents in {Show.Cut(detail.Stage)}", $"No document is in {Show.Cut(detail.Stage)}.", ["Document", "Since", "Held by", "Claims"], [.. detail.Documents.Select(document => Row(detail.Pipeline.Id, document))])}
        <form method="get" action="{AddressOf(detail.Pipeline.Id)}"><label>stage<input name="stage" value="{detail.Stage}"></label><button>Show</button></form>
        {WorkerPage.Table(detail.Workers)}
        """);

    private static Html Row(string pipeline, DocumentLine document) => Html.Of($"""
        <tr><td>{Show.Link(DocumentPage.AddressOf(pipeline, document.Id), document.Id)}</td><td>{Show.Time(document.Since)}</td><td>{Show.Text(document.Worker)}</td><td class="n">{document.Claims}</td></tr>
        """);

    public static string AddressOf(string id) => PageAddresses.Of(Name, id);

    private static int Place(string stage) => stage switch
    {
        Stages.Pending => 0,
        Stages.Embedding => 1,
        Stages.Indexed => 3,
        Stages.Failed => 4,
        _ => 2,
    };
}
