using System.Globalization;

namespace Hevlayer.Local;

/// <summary>What a fault does, in words.</summary>
internal static class FaultWords
{
    public static string Does(FaultView fault)
    {
        var effect = fault.Effect switch
        {
            "delay" => "",
            "stall" => "keeps it waiting until the fault is removed",
            "cut_body" => "cuts the body of the reply",
            "reset" => "cuts the connection before any work",
            "lose_reply" => "does the work and loses the reply",
            "content_type" => $"replies as {fault.ContentType ?? "text/html"}",
            _ => string.Create(CultureInfo.InvariantCulture, $"answers {fault.Status}"),
        };
        string[] parts =
        [
            fault.DelaySeconds is { } delay ? $"waits {Spans.Of(TimeSpan.FromSeconds(delay))}" : "",
            effect,
            fault.RetryAfterSeconds is { } pause ? $"with Retry-After {Math.Ceiling(pause).ToString(CultureInfo.InvariantCulture)}" : "",
        ];
        return string.Join(", ", parts.Where(static part => part.Length > 0));
    }
}
