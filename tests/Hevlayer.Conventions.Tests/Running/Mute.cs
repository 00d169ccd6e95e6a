namespace Hevlayer.Conventions.Tests;

/// <summary>Translates nothing.</summary>
internal sealed class Mute : ITranslator
{
    public Task<IReadOnlyList<string>> TranslateAsync(IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken) => throw new IOException("No translator answers.");
}
