using System.Text;

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

        // A redirect would carry the key to wherever it points.
        AllowAutoRedirect = false,
        UseCookies = false,

        // The text of a search is in the language of whoever searches; plain ASCII stays as it is.
        RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,

        // Only the retry rule retries, and every attempt counts.
        PlaintextStreamFilter = static (context, _) => new(new AwaitedReplyStream(context.PlaintextStream)),
    };
}
