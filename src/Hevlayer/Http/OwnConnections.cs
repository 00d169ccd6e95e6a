using System.Net;

namespace Hevlayer;

/// <summary>The connections of a client that was given none.</summary>
internal static class OwnConnections
{
    // A gateway's name may point elsewhere after a roll-out; connections must not outlive that for long.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    public static SocketsHttpHandler Create() => new()
    {
        PooledConnectionLifetime = Lifetime,
        ConnectTimeout = ConnectTimeout,
        AutomaticDecompression = DecompressionMethods.All,

        // A redirect would carry the key to wherever it points.
        AllowAutoRedirect = false,
        UseCookies = false,

        // Only the retry rule repeats, and every attempt counts.
        PlaintextStreamFilter = static (context, _) => new(new AwaitedReplyStream(context.PlaintextStream)),
    };
}
