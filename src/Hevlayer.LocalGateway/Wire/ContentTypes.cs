using System.Net;

namespace Hevlayer.Local;

/// <summary>A body without a JSON content type, or with text that is not Unicode, is refused by the web framework of a gateway, in plain text.</summary>
internal static class ContentTypes
{
    public static GatewayResponse? Refuse(GatewayRequest request, GatewayOperation operation) =>
        request.Body.IsEmpty || TakesBytes(operation) ? null
        : !IsJson(request.Header("Content-Type")) ? GatewayResponse.Text(HttpStatusCode.UnsupportedMediaType, "Expected request with `Content-Type: application/json`")
        : !BodyText.IsUnicode(request.Body.Span) ? GatewayResponse.Text(HttpStatusCode.BadRequest, "Failed to parse the request body as JSON: a text in it is not Unicode")
        : null;

    private static bool TakesBytes(GatewayOperation operation) => operation.Id is "putBlob" or "importNamespace";

    private static bool IsJson(string? contentType)
    {
        var type = contentType.AsSpan();
        var end = type.IndexOf(';');
        type = (end < 0 ? type : type[..end]).Trim();
        return type.Equals(GatewayResponse.JsonType, StringComparison.OrdinalIgnoreCase)
            || (type.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
    }
}
