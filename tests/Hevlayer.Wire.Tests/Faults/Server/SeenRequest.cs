namespace Hevlayer.Wire.Tests.Faults;

/// <summary>A request that a server has seen.</summary>
/// <param name="Connection">The number of the connection it came on.</param>
/// <param name="Line">Its first line; empty where the server ends the connection without reading.</param>
internal sealed record SeenRequest(int Connection, string Line);
