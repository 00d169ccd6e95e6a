using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Hevlayer.Local;

/// <summary>A call of a page: what it asks for, and the fields that it sends as a form or as flat JSON.</summary>
internal sealed class PageRequest
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly QueryText _query;

    public PageRequest(GatewayRequest request)
    {
        Method = request.Method;
        Parts = PageAddresses.PartsOf(request.Path);
        Address = request.Path;
        Host = request.Header("Host") ?? "hevlayer.local";
        WantsJson = !(request.Header("Accept") ?? string.Empty).Contains("text/html", StringComparison.OrdinalIgnoreCase);
        _query = new QueryText(request.Query);
        if (request.Body.IsEmpty)
        {
            return;
        }

        // A command such as curl -d that names no content type sends its JSON as a form.
        if (request.Body.Span.TrimStart(" \r\n\t"u8) is not [(byte)'{' or (byte)'[', ..]
            && (request.Header("Content-Type") ?? string.Empty).StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            ReadForm(System.Text.Encoding.UTF8.GetString(request.Body.Span));
        }
        else
        {
            ReadJson(request.Body);
        }
    }

    public string Method { get; }

    public string Address { get; }

    /// <summary>The gateway's name and port, as the caller knows them.</summary>
    public string Host { get; }

    public string[] Parts { get; }

    /// <summary>Pages are for those who ask for HTML; everybody else gets JSON.</summary>
    public bool WantsJson { get; }

    /// <summary>A field of the body, or else of the query; null where it is absent or empty.</summary>
    public string? Text(string name) => _fields.GetValueOrDefault(name) is { Length: > 0 } text ? text : _query.Text(name);

    /// <summary>Refuses fields that mean nothing: one that is misspelt must not be overlooked.</summary>
    public void Allow(IReadOnlyCollection<string> names)
    {
        if (_fields.Keys.FirstOrDefault(name => !names.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw GatewayFault.Invalid($"unknown field '{Show.Cut(unknown)}': allowed are {string.Join(", ", names)}");
        }
    }

    public bool Has(string name) => _fields.ContainsKey(name);

    private void ReadForm(string form)
    {
        foreach (var pair in new QueryStringEnumerable(form))
        {
            _fields[pair.DecodeName().ToString()] = pair.DecodeValue().ToString();
        }
    }

    private void ReadJson(ReadOnlyMemory<byte> body)
    {
        if (!BodyText.IsUnicode(body.Span))
        {
            throw GatewayFault.Invalid("a text in the body is not Unicode");
        }

        using var json = JsonDocument.Parse(body);
        if (json.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw GatewayFault.Invalid("the body must be a JSON object");
        }

        foreach (var member in json.RootElement.EnumerateObject())
        {
            _fields[member.Name] = member.Value.ToString();
        }
    }
}
