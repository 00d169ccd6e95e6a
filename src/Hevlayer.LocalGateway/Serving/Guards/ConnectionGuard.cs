using System.Net;
using Microsoft.AspNetCore.Http;

namespace Hevlayer.Local;

/// <summary>Refuses what must not get to a gateway over a connection.</summary>
internal static class ConnectionGuard
{
    public static GatewayResponse? Refuse(HttpContext context, LocalGatewayOptions options)
    {
        var request = context.Request;
        if (!HostRule.Allows(request.Host.Host, options.AllowedHosts))
        {
            return GatewayResponse.Error(HttpStatusCode.MisdirectedRequest, "host_not_allowed", "the local gateway answers to localhost and to IP addresses; other names of it must be allowed by AllowedHosts or --allow-host");
        }

        if (CrossSiteRule.Refuses(request.Method, request.Host.Value ?? string.Empty, Text(request, "Origin"), Text(request, "Sec-Fetch-Site")))
        {
            return GatewayResponse.Error(HttpStatusCode.Forbidden, "cross_site", "the local gateway takes no changes from pages of other sites");
        }

        return PageAddresses.Contain(request.Path.Value ?? string.Empty) && !options.RemotePages && !IsFromHere(context)
            ? GatewayResponse.Error(HttpStatusCode.Forbidden, "not_from_here", "the pages of the local gateway are for the machine that it runs on, unless RemotePages or --remote-pages says otherwise")
            : null;
    }

    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller);

    private static string? Text(HttpRequest request, string name) => request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;
}
