using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hevlayer.Local;

/// <summary>A page as HTML or as JSON, whichever was asked for.</summary>
internal static class PageAnswer
{
    private const string HtmlType = "text/html; charset=utf-8";

    public static GatewayResponse Of<T>(PageRequest request, string title, T model, Func<T, Html> show) => request.WantsJson
        ? Json(model)
        : Secure(new GatewayResponse(HttpStatusCode.OK, Encoding.UTF8.GetBytes(PageFrame.Around(title, request.Parts is [var first, ..] ? first : "pipelines", show(model)).Text), HtmlType));

    public static GatewayResponse Json<T>(T model) =>
        Secure(GatewayResponse.RawJson(JsonSerializer.SerializeToUtf8Bytes(model, (JsonTypeInfo<T>)PageJson.Default.GetTypeInfo(typeof(T))!)));

    /// <summary>The answer to an action: what there is now for programs, the page to look at for browsers.</summary>
    public static GatewayResponse Done<T>(PageRequest request, string next, T model) =>
        request.WantsJson ? Json(model) : Secure(GatewayResponse.Empty(HttpStatusCode.SeeOther).With("Location", next));

    public static GatewayResponse Refusal(PageRequest request, GatewayFault fault) => request.WantsJson
        ? Secure(GatewayResponse.Error(fault.Status, fault.Code, fault.Message))
        : Secure(new GatewayResponse(fault.Status, Encoding.UTF8.GetBytes(PageFrame.Around("Refused", "", Html.Of($"<p class=\"bad\">{Show.Text(fault.Message)}</p>")).Text), HtmlType));

    // Nothing but our own files is loaded, nothing inline runs, nobody frames us, and nothing is kept by a cache. Under no-referrer
    // a browser would send the forms of these pages with Origin: null, which is refused like another site's.
    public static GatewayResponse Secure(GatewayResponse answer) => answer
        .With("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        .With("X-Content-Type-Options", "nosniff")
        .With("X-Frame-Options", "DENY")
        .With("Referrer-Policy", "same-origin")
        .With("Cross-Origin-Resource-Policy", "same-origin")
        .With("Cross-Origin-Opener-Policy", "same-origin")
        .With("Cache-Control", "no-store");
}
