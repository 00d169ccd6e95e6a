namespace Hevlayer.Local;

/// <summary>The newest requests, each as a command for a shell.</summary>
internal static class RequestPage
{
    public const string Name = "requests";

    private const int Shown = 100;

    public static GatewayResponse? Answer(PageRequest request, PageContext context) => (request.Method, request.Parts) switch
    {
        ("GET", [_]) => PageAnswer.Of(request, Name, View(request, context), Body),
        _ => null,
    };

    private static RequestList View(PageRequest request, PageContext context) => new(
        context.Log.IsOn,
        [.. context.Log.Newest(Shown).Select(note => new RequestView(note.Number, note.At, note.Method, note.Target, note.Status, note.Cut, note.Milliseconds, note.FaultId, CurlLine.Of(note, $"http://{request.Host}", context.Options.Keys.Count > 0)))]);

    private static Html Body(RequestList list) => Show.Table(
        "The newest requests first",
        list.IsOn ? "No request has come yet." : "Requests are not noted: RequestLogEntries is 0.",
        ["When", "Request", "Answer", "Fault", "As a command"],
        [.. list.Requests.Select(Row)]);

    private static Html Row(RequestView request) => Html.Of($"""
        <tr><td>{Show.Time(request.At)}</td><td>{request.Method} {Show.Text(request.Target)}</td><td class="{(request.Status >= 400 || request.Cut is not null ? "bad" : "good")}">{request.Cut ?? ""} {request.Status} <span class="soft">{Spans.Of(TimeSpan.FromMilliseconds(request.Milliseconds))}</span></td><td>{request.FaultId}</td><td><details><summary>curl</summary><pre>{request.Curl}</pre></details></td></tr>
        """);
}
