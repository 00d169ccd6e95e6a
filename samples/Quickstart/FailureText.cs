using System.Net;
using Microsoft.Extensions.Options;

namespace Hevlayer.Quickstart;

/// <summary>One message for each way a run can fail: what is wrong and what to do.</summary>
internal static class FailureText
{
    /// <summary>Describes what a run threw.</summary>
    /// <param name="exception">What it threw.</param>
    /// <param name="stopping">Whether it was asked to stop.</param>
    public static Failure Describe(Exception exception, bool stopping) => exception switch
    {
        OperationCanceledException when stopping => new(ExitCode.Cancelled, "Cancelled. Start the same command again to go on."),
        Failure failure => failure,
        PipelineMismatchException mismatch => new(ExitCode.BadInput, $"{mismatch.Message} See --pipeline and --namespace."),
        OptionsValidationException wrong => new(ExitCode.BadInput, $"{wrong.Message} See --gateway and --key."),
        HevlayerOptionsException wrong => new(ExitCode.BadInput, $"{wrong.Message} See --gateway and --key."),
        HevlayerException call => Call(call),
        _ => new(ExitCode.Failed, $"The run failed: {exception.Message}"),
    };

    private static Failure Call(HevlayerException call) => call switch
    {
        HevlayerConnectionException =>
            new(ExitCode.Gateway, $"The gateway cannot be reached. {call.Message} Check the address after --gateway and that the gateway runs."),
        { StatusCode: HttpStatusCode.Unauthorized } or { StatusCode: HttpStatusCode.Forbidden, RequiredScope: null } =>
            new(ExitCode.Gateway, "The gateway does not accept the key. Set HEVLAYER_API_KEY, or give another one with --key."),
        { StatusCode: HttpStatusCode.Forbidden } =>
            new(ExitCode.Gateway, $"The key may not do this: it needs the scope {call.RequiredScope}. Use a key with the scopes read, write and admin. {call.Message}"),
        _ when IsNoGateway(call) =>
            new(ExitCode.Gateway, "The address answers, but not like a gateway with pipelines. Check the address after --gateway."),
        _ => new(ExitCode.Failed, $"The gateway failed or refused the call. {call.Message} Run again to continue."),
    };

    // A web page, or a plain 404 for a route that every gateway with pipelines has.
    private static bool IsNoGateway(HevlayerException call) =>
        call.Body?.AsSpan().TrimStart().StartsWith("<") == true
        || call is { StatusCode: HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, Code: null }
        || call is { StatusCode: >= HttpStatusCode.OK and < HttpStatusCode.BadRequest };
}
