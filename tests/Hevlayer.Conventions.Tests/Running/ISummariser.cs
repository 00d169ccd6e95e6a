namespace Hevlayer.Conventions.Tests;

/// <summary>A model that the pages tell of.</summary>
public interface ISummariser
{
    Task<string> SummariseAsync(string text, CancellationToken cancellationToken);
}
