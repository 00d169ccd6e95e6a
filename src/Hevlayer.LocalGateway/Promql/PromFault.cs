namespace Hevlayer.Local;

/// <summary>A query that cannot be read, or that asks for more than this gateway evaluates.</summary>
internal sealed class PromFault(string message) : Exception(message);
