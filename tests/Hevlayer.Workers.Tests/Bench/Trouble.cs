using System.Net;

namespace Hevlayer.Workers.Tests;

/// <summary>How one call fares on its way.</summary>
internal sealed record Trouble
{
    public static readonly TimeSpan OneWay = TimeSpan.FromMilliseconds(10);

    /// <summary>The call never reaches the gateway.</summary>
    public static Trouble LostRequest { get; } = new() { Arrives = false };

    /// <summary>The call is carried out, and its reply never comes.</summary>
    public static Trouble LostReply { get; } = new() { IsAnswered = false };

    /// <summary>What the gateway answers instead of carrying the call out.</summary>
    public Exception? Refusal { get; init; }

    public bool Arrives { get; init; } = true;

    public bool IsAnswered { get; init; } = true;

    /// <summary>The pause of the client before it sends the call, which has not arrived, once more; null where it does not.</summary>
    public TimeSpan? RetriedAfter { get; init; }

    /// <summary>Time to the gateway.</summary>
    public TimeSpan There { get; init; } = OneWay;

    /// <summary>Time back.</summary>
    public TimeSpan Back { get; init; } = OneWay;

    /// <summary>The call is refused once, and the client sends it again after a pause.</summary>
    public static Trouble Retried(TimeSpan pause) => new() { Arrives = false, RetriedAfter = pause };

    public static Trouble Error(Exception exception) => new() { Refusal = exception };

    public static Trouble Status(HttpStatusCode status) => Error(new HevlayerException($"The gateway answered {(int)status}.")
    {
        StatusCode = status,
        IsTransient = (int)status >= 500 || status == HttpStatusCode.TooManyRequests,
    });

    /// <summary>A refusal in the gateway's own words.</summary>
    public static Trouble Refused(HttpStatusCode status) => Error(new HevlayerException($"The gateway answered {(int)status}.")
    {
        StatusCode = status,
        HasGatewayBody = true,
    });
}
