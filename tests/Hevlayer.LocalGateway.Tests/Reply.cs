using System.Net;
using System.Text.Json;

namespace Hevlayer.Local.Tests;

/// <summary>An answer of the gateway, read to its end.</summary>
internal sealed record Reply(HttpStatusCode Status, string Body, string? ContentType, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string? Error => Json.TryGetProperty("error", out var error) ? error.GetString() : null;

    public string Message => Json.GetProperty("message").GetString()!;

    public static async Task<Reply> ReadAsync(HttpResponseMessage message)
    {
        var headers = message.Headers.Concat(message.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Reply(
            message.StatusCode,
            await message.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            message.Content.Headers.ContentType?.ToString(),
            headers);
    }

    public Reply Ok()
    {
        Assert.True((int)Status < 400, $"{(int)Status}: {Body}");
        return this;
    }

    public string[] Strings(string member) => [.. Json.GetProperty(member).EnumerateArray().Select(item => item.GetString()!)];
}
