namespace Hevlayer.Local;

/// <summary>The state: what there is and where it is kept.</summary>
internal static class StatePage
{
    public const string Name = "state";

    public static GatewayResponse? Answer(PageRequest request, PageContext context) => (request.Method, request.Parts) switch
    {
        ("GET", [_]) => PageAnswer.Of(request, Name, View(context), Body),
        _ => null,
    };

    private static StateView View(PageContext context)
    {
        PipelineSight[] pipelines = [.. context.State.Pipelines.Sights()];
        NamespaceView[] namespaces = [.. context.State.Namespaces.All()];
        return new("memory", pipelines.Length, pipelines.Sum(static one => one.Counts.Values.Sum()), namespaces.Length, namespaces.Sum(static one => (long)one.Rows.Length), context.State.Functions.All().Count);
    }

    private static Html Body(StateView state) => Html.Of($"""
        <p>Everything is in memory and is gone when the gateway ends.</p>
        <ul class="flow"><li>pipelines <b>{state.Pipelines}</b></li><li>documents <b>{state.Documents}</b></li><li>namespaces <b>{state.Namespaces}</b></li><li>rows <b>{state.Rows}</b></li><li>functions <b>{state.Functions}</b></li></ul>
        """);
}
