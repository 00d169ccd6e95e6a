namespace Hevlayer.Wire.Tests.Gateway;

/// <summary>A value that a test gives to a parameter; null is one, too.</summary>
internal sealed record Given(object? Value);
