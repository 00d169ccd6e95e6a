using System.Net;
using System.Text;

namespace Hevlayer.Tests.Shared;

/// <summary>Answers for <see cref="StubHandler"/>.</summary>
internal static class Reply
{
    public const string Claimed =
        """{"pipeline_id":"p","stage":"pending","claim_stage":"embedding","worker_id":"w","documents":["a"]}""";

    public const string Staged =
        """{"pipeline_id":"p","document_id":"d","stage":"pending","chunk_count":1,"chunk_ids":["c"]}""";

    public const string Updated = """{"pipeline_id":"p","stage":"embedding","updated":1}""";

    public const string Ok = """{"status":"OK"}""";

    public static HttpResponseMessage Json(string json, int status = 200) => Text(json, status, "application/json");

    public static HttpResponseMessage Text(string text, int status = 200, string type = "text/plain") =>
        new((HttpStatusCode)status) { Content = new StringContent(text, Encoding.UTF8, type) };

    public static HttpResponseMessage Error(int status, string code, string? retryAfter = null)
    {
        var response = Json($$"""{"error":"{{code}}","message":"Told by the test."}""", status);
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    }

    public static HttpResponseMessage Stream(Stream stream, int status = 200) =>
        new((HttpStatusCode)status) { Content = new StreamContent(stream) };

    public static HttpResponseMessage With(this HttpResponseMessage response, string header, string value)
    {
        response.Headers.TryAddWithoutValidation(header, value);
        return response;
    }
}
