using System.Net;
using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>How the web framework of a gateway refuses a body: in plain text, 400 when it is not JSON, 422 for the wrong
/// shape.</summary>
internal static class BodyFault
{
    public static GatewayResponse Answer(ReadOnlySpan<byte> body, JsonException error) => IsJson(body)
        ? GatewayResponse.Text(HttpStatusCode.UnprocessableEntity, $"Failed to deserialize the JSON body into the target type: {error.Message}")
        : GatewayResponse.Text(HttpStatusCode.BadRequest, $"Failed to parse the request body as JSON: {error.Message}");

    private static bool IsJson(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
