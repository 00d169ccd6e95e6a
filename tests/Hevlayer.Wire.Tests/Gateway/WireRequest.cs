namespace Hevlayer.Wire.Tests.Gateway;

/// <summary>A request as it arrived: the target is the text of the request line, not decoded and not normalized.</summary>
internal sealed record WireRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body);
