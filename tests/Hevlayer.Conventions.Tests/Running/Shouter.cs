namespace Hevlayer.Conventions.Tests;

/// <summary>Translates into capital letters.</summary>
internal sealed class Shouter : ITranslator
{
    public Task<IReadOnlyList<string>> TranslateAsync(IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. chunks.Select(static chunk => chunk.Text!.ToUpperInvariant())]);
}
