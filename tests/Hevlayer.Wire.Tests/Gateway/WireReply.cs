using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Hevlayer.Wire.Tests.Gateway;

/// <summary>What the gateway answers.</summary>
internal sealed record WireReply(int Status, byte[] Body, string ContentType)
{
    public static WireReply Json(JsonNode? body, int status = (int)HttpStatusCode.OK) =>
        new(status, Encoding.UTF8.GetBytes(body?.ToJsonString() ?? "null"), "application/json");

    public static WireReply Bytes(byte[] body) => new((int)HttpStatusCode.OK, body, "application/octet-stream");
}
