using System.Collections.ObjectModel;
using System.Text.Json;

namespace Hevlayer;

/// <summary>
/// Reads the error bodies that exist: the gateway's code and message, its text-only form for refused keys, plain text of
/// the web framework, and whatever the vector store answered itself.
/// </summary>
internal static class ErrorBodyReader
{
    private static readonly ErrorDetails Nothing = new(null, null, null, null, ReadOnlyDictionary<string, string>.Empty, IsGatewayShape: false);

    // These have properties of their own.
    private static readonly string[] Known = ["error", "message", "required_scope", "retryable"];

    public static ErrorDetails Read(string body)
    {
        var text = body.Trim();
        return text.StartsWith('{') ? ReadJson(text) : ReadText(text);
    }

    public static bool IsHtml(string body)
    {
        var text = body.AsSpan().TrimStart();
        return text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static ErrorDetails ReadText(string text) => text switch
    {
        "" => Nothing,
        _ when IsHtml(text) => Nothing with { Message = "The answer is a web page: the address may not be that of a gateway." },
        _ => Nothing with { Message = text },
    };

    private static ErrorDetails ReadJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var error = Text(root, "error");
            var message = Text(root, "message");

            // Refused keys and some stores put a sentence where the others put a code.
            var isSentence = error is not null && error.Contains(' ', StringComparison.Ordinal);
            return new ErrorDetails(
                isSentence ? null : error,
                message ?? (isSentence ? error : null),
                Text(root, "required_scope"),
                Flag(root, "retryable"),
                Fields(root),
                IsGatewayShape: error is not null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Cut short, half a character in it, or not JSON after all: then it is text like any other.
            return Nothing with { Message = text };
        }
    }

    private static ReadOnlyDictionary<string, string> Fields(JsonElement root)
    {
        Dictionary<string, string>? fields = null;
        foreach (var member in root.EnumerateObject().Where(member => !Known.Contains(member.Name, StringComparer.Ordinal)))
        {
            if (member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            {
                (fields ??= new(StringComparer.Ordinal))[member.Name] = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText();
            }
        }

        return fields is null ? ReadOnlyDictionary<string, string>.Empty : fields.AsReadOnly();
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool? Flag(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : null;
}
