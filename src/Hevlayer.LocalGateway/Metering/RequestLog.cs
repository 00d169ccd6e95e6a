using System.Text;

namespace Hevlayer.Local;

/// <summary>The newest requests. Thread safe.</summary>
internal sealed class RequestLog(int entries, KeyMask mask, TimeProvider clock)
{
    private const int LongestBody = 4 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Lock _lock = new();
    private readonly Queue<RequestNote> _notes = new();
    private long _last;

    public bool IsOn => entries > 0;

    /// <summary>The requests, the newest first.</summary>
    public IReadOnlyList<RequestNote> Newest(int limit)
    {
        lock (_lock)
        {
            return [.. _notes.Reverse().Take(limit)];
        }
    }

    public void Note(GatewayRequest request, string? body, DateTimeOffset at, GatewayResponse answer)
    {
        var note = new RequestNote(
            0,
            at,
            request.Method,
            mask.Hide(request.Query.Length == 0 ? request.Path : $"{request.Path}?{request.Query}"),
            request.Header("Content-Type"),
            body is null ? null : mask.Hide(body),
            request.Body.Length,
            (int)answer.Status,
            answer.Delivery switch { Delivery.Cut => "cut", Delivery.Lost => "lost", _ => null },
            (clock.GetUtcNow() - at).TotalMilliseconds,
            answer.FaultId);
        lock (_lock)
        {
            _notes.Enqueue(note with { Number = ++_last });
            if (_notes.Count > entries)
            {
                _notes.Dequeue();
            }
        }
    }

    /// <summary>The body as far as it may be shown; it is the caller's own only until the answer.</summary>
    public static string? Shown(GatewayRequest request)
    {
        if (request.Body.IsEmpty || request.Body.Length > LongestBody || request.Path.StartsWith("/v2/keys", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return Utf8.GetString(request.Body.Span);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
