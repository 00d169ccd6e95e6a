using System.Net;
using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>Answers the pages and what they do.</summary>
internal static class PageRouter
{
    public static GatewayResponse Answer(GatewayRequest raw, PageContext context)
    {
        if (raw.Method == "GET" && PageFiles.Find(raw.Path) is { } file)
        {
            return file;
        }

        if (StatePage.AnswerFile(raw, context) is { } state)
        {
            return state;
        }

        PageRequest request;
        try
        {
            request = new PageRequest(raw);
        }
        catch (Exception error) when (error is JsonException or GatewayFault)
        {
            return PageAnswer.Secure(GatewayResponse.Error(HttpStatusCode.BadRequest, "bad_request", error.Message));
        }

        try
        {
            return Route(request, context) ?? throw GatewayFault.NotFound($"there is nothing at {request.Method} {Show.Cut(raw.Path)}");
        }
        catch (GatewayFault fault)
        {
            return PageAnswer.Refusal(request, fault);
        }
    }

    private static GatewayResponse? Route(PageRequest request, PageContext context) => request.Parts switch
    {
        [] or [PipelinePage.Name, ..] => PipelinePage.Answer(request, context),
        [FailedPage.Name, ..] => FailedPage.Answer(request, context),
        [WorkerPage.Name, ..] => WorkerPage.Answer(request, context),
        [NamespacePage.Name, ..] => NamespacePage.Answer(request, context),
        [FunctionPage.Name, ..] => FunctionPage.Answer(request, context),
        [FaultPage.Name, ..] => FaultPage.Answer(request, context),
        [ClockPage.Name, ..] => ClockPage.Answer(request, context),
        [RequestPage.Name, ..] => RequestPage.Answer(request, context),
        [StatePage.Name, ..] => StatePage.Answer(request, context),
        _ => null,
    };
}
