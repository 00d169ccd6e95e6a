namespace Hevlayer.Local;

/// <summary>A document: why it is where it is, what happens next, and what happened.</summary>
internal static class DocumentPage
{
    public static GatewayResponse? Answer(PageRequest request, PageContext context, string pipeline, IReadOnlyList<string> rest) => (request.Method, rest) switch
    {
        ("GET", [var id]) => PageAnswer.Of(request, id, Read(context, pipeline, id), Body),
        ("POST", [var id, "retry"]) => FailedPage.Retry(request, context, pipeline, [id], AddressOf(pipeline, id)),
        _ => null,
    };

    public static string AddressOf(string pipeline, string id) => PageAddresses.Of(PipelinePage.Name, pipeline, "documents", id);

    private static DocumentDetail Read(PageContext context, string pipeline, string id)
    {
        var queue = context.State.Pipelines.Require(pipeline);
        var sight = queue.Look(id) ?? throw GatewayFault.NotFound($"document '{Show.Cut(id)}' not found in pipeline '{pipeline}'");
        var around = queue.Look();
        var why = new DocumentWhy(sight, around, FaultsAround.Of(context.Faults, around, sight), context.Options.ChunkDeadLetterAttempts).Explain();
        return new(
            pipeline,
            id,
            sight.Stage,
            Words.Of(why.Cause),
            why.Sentence,
            sight.Lease?.Worker,
            sight.Lease is { } lease ? TimeSpan.FromTicks(lease.Expires - around.Now).TotalSeconds : null,
            sight.Lease is { } held ? TimeSpan.FromTicks(held.Length).TotalSeconds : null,
            sight.Claims,
            sight.Releases,
            sight.Expiries,
            sight.Stagings,
            sight.FailedReason,
            queue.TimelineOf(id)?.Select(TimelineLine.Of).ToList());
    }

    private static Html Body(DocumentDetail document) => Html.Of($"""
        {Mood.Sentence(document.Cause, document.Why)}
        <p>In <strong>{Show.Text(document.Stage)}</strong> of {Show.Link(PipelinePage.AddressOf(document.Pipeline), document.Pipeline)}{Html.If(document.Worker is not null, $", held by {Show.Text(document.Worker)}")}.</p>
        {(document is { LeaseSeconds: { } left, LeaseLengthSeconds: { } length } ? Lease(left, length) : Html.None)}
        <p class="soft">staged {Show.Count(document.Stagings, "time")} · since then {Show.Count(document.Claims, "claim")}, {Show.Count(document.Releases, "release")}, {Show.Count(document.Expiries, "lease")} that ran out</p>
        {Html.If(document.Stage == Stages.Failed, $"<p>{Show.Button(PageAddresses.Of(PipelinePage.Name, document.Pipeline, "documents", document.Document, "retry"), "Retry")}</p>")}
        {Show.Table("Timeline, the oldest first", document.Timeline is null ? "Events are not noted: TimelineEntries is 0." : "No event is noted any more.", ["When", "After", "What", "Worker", "Detail"], [.. Rows(document.Timeline ?? [])])}
        """);

    private static Html Lease(double left, double length) => Html.Of($"""
        <p class="share"><progress max="{length}" value="{left}" aria-label="what is left of the lease"></progress> <span>lease ends in {Spans.Of(TimeSpan.FromSeconds(left))} of {Spans.Of(TimeSpan.FromSeconds(length))}</span></p>
        """);

    private static IEnumerable<Html> Rows(IReadOnlyList<TimelineLine> lines) =>
        lines.Select((line, place) => Row(line, place == 0 ? "" : Spans.Of(line.At - lines[place - 1].At)));

    private static Html Row(TimelineLine line, string after) => Html.Of($"""
        <tr><td>{Show.Time(line.At)}</td><td class="soft">{after}</td><td>{Mood.Event(line.Event)}</td><td>{Show.Text(line.Worker)}</td><td>{Show.Text(line.Detail)}</td></tr>
        """);
}
