using System.Globalization;
using System.Net;
using System.Text;
using Hevlayer.Local;

namespace Hevlayer.Workers.Simulation;

/// <summary>Replies that are not, or not wholly, the gateway's: of proxies, login pages and balancers, and of a gateway in trouble.</summary>
internal static class OddReplies
{
    private const int LongestRetryAfter = 30;

    private static readonly HttpStatusCode[] OutageStatuses =
        [HttpStatusCode.InternalServerError, HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout];

    private static readonly int[] Statuses = [302, 400, 402, 404, 407, 408, 409, 422, 429, 501, 503, 520];

    /// <summary>What a gateway in trouble answers: with and without a pause that it asks for, and when its pod ends.</summary>
    public static GatewayResponse OfOutage(Random random)
    {
        if (random.Next(6) == 0)
        {
            return GatewayResponse.Error(HttpStatusCode.ServiceUnavailable, "gateway_draining", "The pod shuts down.").With("Connection", "close");
        }

        var status = OutageStatuses[random.Next(OutageStatuses.Length)];
        return MaybeLater(GatewayResponse.Error(status, "upstream_error", "The gateway has trouble."), random);
    }

    /// <summary>A page, nothing, a status that no gateway gives, or the gateway's own reply cut short.</summary>
    /// <param name="random">Draws it.</param>
    /// <param name="real">The gateway's own reply, where the call reached it.</param>
    public static GatewayResponse Draw(Random random, GatewayResponse? real) => random.Next(5) switch
    {
        0 => Page(HttpStatusCode.OK),
        1 => GatewayResponse.Empty(HttpStatusCode.OK),
        2 => Cut(real ?? GatewayResponse.RawJson(Encoding.UTF8.GetBytes("""{"documents":["""))),
        _ => MaybeLater(Page((HttpStatusCode)Statuses[random.Next(Statuses.Length)]), random),
    };

    private static GatewayResponse Page(HttpStatusCode status) =>
        new(status, Encoding.UTF8.GetBytes("<html><body>Please sign in.</body></html>"), "text/html");

    private static GatewayResponse Cut(GatewayResponse real) => real with { Body = real.Body[..(real.Body.Length / 2)] };

    private static GatewayResponse MaybeLater(GatewayResponse reply, Random random) => random.Next(2) == 0
        ? reply.With("Retry-After", random.Next(1, LongestRetryAfter).ToString(CultureInfo.InvariantCulture))
        : reply;
}
