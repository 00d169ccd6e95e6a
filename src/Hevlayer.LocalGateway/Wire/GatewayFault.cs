using System.Net;

namespace Hevlayer.Local;

/// <summary>A refusal in the words of the contract; the one place where the answer is written catches it.</summary>
internal sealed class GatewayFault(HttpStatusCode status, string code, string message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    public string Code { get; } = code;

    public static GatewayFault NotFound(string message) => new(HttpStatusCode.NotFound, HevlayerErrorCodes.NotFound, message);

    public static GatewayFault Conflict(string message) => new(HttpStatusCode.Conflict, HevlayerErrorCodes.Conflict, message);

    public static GatewayFault PreconditionFailed(string message) =>
        new(HttpStatusCode.PreconditionFailed, HevlayerErrorCodes.PreconditionFailed, message);

    public static GatewayFault Forbidden(string message) => new(HttpStatusCode.Forbidden, HevlayerErrorCodes.Forbidden, message);

    public static GatewayFault Invalid(string message) =>
        new(HttpStatusCode.UnprocessableEntity, HevlayerErrorCodes.ValidationError, message);

    public static GatewayFault TooLarge(string message) =>
        new(HttpStatusCode.RequestEntityTooLarge, HevlayerErrorCodes.PayloadTooLarge, message);

    public static GatewayFault Upstream(string message) => new(HttpStatusCode.BadGateway, HevlayerErrorCodes.UpstreamError, message);

    public static GatewayFault NotSimulated(string message) =>
        new(HttpStatusCode.NotImplemented, "not_simulated", message);
}
