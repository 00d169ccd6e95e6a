namespace Hevlayer.Workers.Tests;

/// <summary>One measurement.</summary>
internal sealed record Measured(string Name, double Value, IReadOnlyDictionary<string, object?> Tags);
