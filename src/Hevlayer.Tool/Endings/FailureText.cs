using System.Net;

namespace Hevlayer.Tool;

/// <summary>One message for each way a command can fail: what is wrong and what to do.</summary>
internal static class FailureText
{
    /// <summary>Describes what a command threw.</summary>
    public static Failure Describe(Exception exception) => exception switch
    {
        Failure failure => failure,
        OperationCanceledException => new(ExitCode.Cancelled, "Cancelled."),
        HevlayerOptionsException wrong => new(ExitCode.BadUsage, $"{wrong.Message} See --gateway and --key."),
        HevlayerException call => Call(call),
        ArgumentException wrong => new(ExitCode.BadUsage, wrong.Message),
        _ => new(ExitCode.Gateway, exception.Message),
    };

    private static Failure Call(HevlayerException call) => call switch
    {
        HevlayerConnectionException =>
            new(ExitCode.Gateway, $"The gateway cannot be reached. {call.Message} Check its address and that it runs."),
        { StatusCode: HttpStatusCode.Unauthorized } or { StatusCode: HttpStatusCode.Forbidden, RequiredScope: null } =>
            new(ExitCode.Gateway, "The gateway does not accept the key. Set HEVLAYER_API_KEY, or give another one with --key."),
        { StatusCode: HttpStatusCode.Forbidden } =>
            new(ExitCode.Gateway, $"The key may not do this: it needs the scope {call.RequiredScope}."),
        { StatusCode: HttpStatusCode.NotFound, HasGatewayBody: true } =>
            new(ExitCode.BadUsage, call.Message),
        { StatusCode: HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed } =>
            new(ExitCode.Gateway, "The server at the address does not answer like a gateway with pipelines. Check the address."),
        _ => new(ExitCode.Gateway, $"The gateway failed or refused the call. {call.Message}"),
    };
}
