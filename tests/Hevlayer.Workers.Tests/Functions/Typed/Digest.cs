namespace Hevlayer.Workers.Tests;

/// <summary>Outputs of a function.</summary>
internal sealed record Digest(string Caption, int Words, double Share, IReadOnlyList<string> Tags, string? Note = null);
