using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Hevlayer.Fuzz.Tests.Inputs;

namespace Hevlayer.Fuzz.Tests.Replies;

/// <summary>A reply, as far as the one who sends it goes.</summary>
internal sealed record FuzzedReply(int Status, byte[] Body)
{
    private static readonly string[] Types = ["application/json", "application/json; charset=utf-8", "text/html", "application/octet-stream", "application/json; charset=utf-16", "x"];
    private static readonly string[] Pauses = ["0", "1", "-1", "99999999999999999999", "soon", "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "1.5", ""];

    public string ContentType { get; private init; } = Types[0];

    public string? Encoding { get; private init; }

    public string? RetryAfter { get; private init; }

    /// <summary>Draws what goes with a body: at most times nothing odd.</summary>
    public static FuzzedReply Draw(FuzzRandom random, int status, string text)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(text);
        body = random.Chance(0.3) ? ByteChanges.Change(random, body) : body;
        var isZipped = random.Chance(0.1);
        body = isZipped ? Zip(body) : body;
        return new FuzzedReply(status, isZipped && random.Chance(0.5) ? ByteChanges.Change(random, body) : body)
        {
            ContentType = random.Chance(0.1) ? random.Of(Types) : Types[0],
            Encoding = isZipped || random.Chance(0.01) ? "gzip" : null,
            RetryAfter = random.Chance(0.1) ? random.Of(Pauses) : null,
        };
    }

    public HttpResponseMessage ToMessage()
    {
        var content = new ByteArrayContent(Body);
        content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        if (Encoding is not null)
        {
            content.Headers.ContentEncoding.Add(Encoding);
        }

        var message = new HttpResponseMessage((HttpStatusCode)Status) { Content = content };
        if (RetryAfter is not null)
        {
            message.Headers.TryAddWithoutValidation("Retry-After", RetryAfter);
        }

        return message;
    }

    public override string ToString()
    {
        var text = System.Text.Encoding.UTF8.GetString(Body);
        return $"{Status} {ContentType} {Encoding} {RetryAfter} {(text.Length > 600 ? text[..600] : text)}";
    }

    private static byte[] Zip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
