using System.Net;

namespace Hevlayer.Local;

/// <summary>An answer, however it is sent.</summary>
internal sealed record GatewayResponse(HttpStatusCode Status, ReadOnlyMemory<byte> Body, string? ContentType)
{
    public const string JsonType = "application/json";
    public const string TextType = "text/plain; charset=utf-8";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public Delivery Delivery { get; init; }

    /// <summary>The fault that struck the call; null for none.</summary>
    public string? FaultId { get; init; }

    public static GatewayResponse Json<T>(T value, HttpStatusCode status = HttpStatusCode.OK) =>
        RawJson(WireJson.Write(value), status);

    public static GatewayResponse RawJson(ReadOnlyMemory<byte> json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status, json, JsonType);

    public static GatewayResponse Text(HttpStatusCode status, string text) =>
        new(status, System.Text.Encoding.UTF8.GetBytes(text), TextType);

    public static GatewayResponse Empty(HttpStatusCode status) => new(status, default, null);

    public static GatewayResponse Error(HttpStatusCode status, string code, string message) =>
        Json(new ErrorBody { Error = code, Message = message }, status);

    public GatewayResponse With(string header, string value) =>
        this with { Headers = [.. Headers, new(header, value)] };

    public GatewayResponse With(string header, long? value) =>
        value is { } number ? With(header, number.ToString(System.Globalization.CultureInfo.InvariantCulture)) : this;
}
