namespace Hevlayer.Local;

/// <summary>The two routes outside of the contract that ask for no key: is the gateway alive, does it take work.</summary>
internal static class Probes
{
    public static GatewayResponse? Answer(GatewayRequest request) => (request.Method, request.Path) switch
    {
        ("GET", "/health") => GatewayResponse.RawJson("""{"status":"ok"}"""u8.ToArray()),
        ("GET", "/ready") => GatewayResponse.RawJson("""{"status":"ready"}"""u8.ToArray()),
        _ => null,
    };
}
