using System.Net;

namespace Hevlayer.Local;

/// <summary>The state: what there is and where it is kept. It is fetched and put in place as the bytes of a file.</summary>
internal static class StatePage
{
    public const string Name = "state";

    private const string FileType = "application/vnd.sqlite3";

    private static readonly string FileAddress = PageAddresses.Of(Name, "file");

    public static GatewayResponse? Answer(PageRequest request, PageContext context) => (request.Method, request.Parts) switch
    {
        ("GET", [_]) => PageAnswer.Of(request, Name, View(context), Body),
        _ => null,
    };

    /// <summary>Answers for the file itself; null when the call is for something else.</summary>
    public static GatewayResponse? AnswerFile(GatewayRequest request, PageContext context)
    {
        if (request.Path != FileAddress)
        {
            return null;
        }

        try
        {
            return request.Method switch
            {
                "GET" => PageAnswer.Secure(new GatewayResponse(HttpStatusCode.OK, context.File.Save(), FileType).With("Content-Disposition", "attachment; filename=\"gateway.db\"")),
                "PUT" => Load(request, context),
                _ => null,
            };
        }
        catch (GatewayFault fault)
        {
            return PageAnswer.Secure(GatewayResponse.Error(fault.Status, fault.Code, fault.Message));
        }
        catch (NotWrittenException error)
        {
            return PageAnswer.Secure(GatewayResponse.Error(HttpStatusCode.InternalServerError, "state_not_written", error.Message));
        }
        catch (IOException error)
        {
            return PageAnswer.Secure(GatewayResponse.Error(HttpStatusCode.UnprocessableEntity, "not_a_state", error.Message));
        }
    }

    private static GatewayResponse Load(GatewayRequest request, PageContext context)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, request.Body.Span);
            context.File.Load(file);
        }
        finally
        {
            File.Delete(file);
        }

        return PageAnswer.Json(View(context));
    }

    private static StateView View(PageContext context)
    {
        PipelineSight[] pipelines = [.. context.State.Pipelines.Sights()];
        NamespaceView[] namespaces = [.. context.State.Namespaces.All()];
        return new(
            context.File.Path is null ? "memory" : "data",
            context.File.Path,
            pipelines.Length,
            pipelines.Sum(static one => one.Counts.Values.Sum()),
            namespaces.Length,
            namespaces.Sum(static one => (long)one.Rows.Length),
            context.State.Functions.All().Count);
    }

    private static Html Body(StateView state) => Html.Of($"""
        {(state.Path is null
            ? Html.Of($"<p>Everything is in memory and is gone when the gateway ends; start it with --data to keep it.</p>")
            : Html.Of($"<p>Everything is in <code>{state.Path}</code>: what was answered is there, whenever the gateway ends.</p><p><a href=\"{FileAddress}\" download>Save it as a file</a>, which <code>hevlayer-local load FILE</code> puts in place.</p>"))}
        <ul class="flow"><li>pipelines <b>{state.Pipelines}</b></li><li>documents <b>{state.Documents}</b></li><li>namespaces <b>{state.Namespaces}</b></li><li>rows <b>{state.Rows}</b></li><li>functions <b>{state.Functions}</b></li></ul>
        """);
}
