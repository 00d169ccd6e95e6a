namespace Hevlayer.Conventions.Tests;

/// <summary>A summary of two words.</summary>
internal sealed class FirstWords : ISummariser
{
    public Task<string> SummariseAsync(string text, CancellationToken cancellationToken) =>
        Task.FromResult(string.Join(' ', text.Split(' ').Take(2)));
}
