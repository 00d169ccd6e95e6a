using System.Net.Sockets;
using System.Security.Authentication;

namespace Hevlayer.Tests.Retries;

/// <summary>The retry table of the design, row by row.</summary>
internal static class Situations
{
    public static IReadOnlyDictionary<string, Situation> All { get; } = new Dictionary<string, Situation>
    {
        ["connection refused"] = Situation.Broken(
            () => new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused)), true, true),
        ["name not found"] = Situation.Broken(() => new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"), true, true),
        ["connect time-out"] = Situation.Broken(() => new TaskCanceledException("connect", new TimeoutException()), true, true),
        ["certificate refused"] = Situation.Broken(
            () => new HttpRequestException(HttpRequestError.SecureConnectionError, "tls", new AuthenticationException("untrusted")), false, false),
        ["429"] = Situation.Answer(429, true, true),
        ["503"] = Situation.Answer(503, true, true),
        ["503 draining"] = Situation.Answer(503, true, true, () => Reply.Error(503, "gateway_draining")),
        ["503 without a body"] = Situation.Answer(503, true, true, () => Reply.Text("", 503)),
        ["500"] = Situation.Answer(500, true, false),
        ["502"] = Situation.Answer(502, true, false),
        ["504"] = Situation.Answer(504, true, false),
        ["reset after sending"] = Situation.Broken(() => new HttpRequestException("send", new IOException("reset")), true, false),
        ["reply ended early"] = Situation.Broken(() => new HttpRequestException(HttpRequestError.ResponseEnded, "ended"), true, false),
        ["body cut short"] = new(
            _ => Task.FromResult(Reply.Stream(ScriptedStream.Breaking("{\"status\":"))), true, false, typeof(HevlayerConnectionException), null),
        ["error body cut short"] = new(
            _ => Task.FromResult(Reply.Stream(ScriptedStream.Breaking("{\"error\":"), 404)), true, false, typeof(HevlayerConnectionException), null),
        ["no answer"] = new(Never.ComesAsync<HttpResponseMessage>, true, false, typeof(HevlayerTimeoutException), null),
        ["body stands still"] = new(
            _ => Task.FromResult(Reply.Stream(ScriptedStream.Stalling("{\"status\":"))), true, false, typeof(HevlayerTimeoutException), null),
        ["400"] = Situation.Answer(400, false, false),
        ["401"] = Situation.Answer(401, false, false),
        ["403"] = Situation.Answer(403, false, false),
        ["404"] = Situation.Answer(404, false, false),
        ["408"] = Situation.Answer(408, false, false),
        ["409"] = Situation.Answer(409, false, false),
        ["412"] = Situation.Answer(412, false, false),
        ["413"] = Situation.Answer(413, false, false),
        ["422"] = Situation.Answer(422, false, false),
        ["501"] = Situation.Answer(501, false, false),
        ["302"] = Situation.Answer(302, false, false),
        ["the gateway says not to repeat"] = Situation.Answer(502, false, false, () => Reply.Json("""{"error":"upstream_error","message":"m","retryable":false}""", 502)),
    };
}
