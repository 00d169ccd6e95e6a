using System.Net;

namespace Hevlayer.Local;

/// <summary>The script and the style of the pages, which come from the assembly itself.</summary>
internal static class PageFiles
{
    public static GatewayResponse? Find(string path) => path switch
    {
        PageAddresses.Script => Read("page.js", "text/javascript; charset=utf-8"),
        PageAddresses.Style => Read("page.css", "text/css; charset=utf-8"),
        PageAddresses.Icon => Read("icon.svg", "image/svg+xml"),
        _ => null,
    };

    private static GatewayResponse Read(string name, string type)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly lacks its file {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return PageAnswer.Secure(new GatewayResponse(HttpStatusCode.OK, bytes, type));
    }
}
