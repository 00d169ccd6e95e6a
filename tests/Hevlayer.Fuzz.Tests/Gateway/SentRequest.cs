namespace Hevlayer.Fuzz.Tests.Gateway;

/// <summary>A request as it went out.</summary>
internal sealed record SentRequest(HttpMethod Method, string Target, string? ContentType, byte[]? Body)
{
    public HttpRequestMessage ToMessage(string target, byte[]? body)
    {
        var message = new HttpRequestMessage(Method, new Uri($"http://hevlayer.local{target}"));
        if (body is not null)
        {
            message.Content = new ByteArrayContent(body);
            if (ContentType is not null)
            {
                message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            }
        }

        return message;
    }
}
