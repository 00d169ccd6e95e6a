namespace Hevlayer.Local;

/// <summary>A request, however it arrived.</summary>
/// <param name="Method">HTTP method in upper case.</param>
/// <param name="Path">Path as it stood on the wire, still percent-encoded.</param>
/// <param name="Query">Query without its question mark.</param>
/// <param name="Header">First value of a header by name; null where it was not sent.</param>
/// <param name="Body">The body; empty where there was none.</param>
internal sealed record GatewayRequest(string Method, string Path, string Query, Func<string, string?> Header, ReadOnlyMemory<byte> Body);
