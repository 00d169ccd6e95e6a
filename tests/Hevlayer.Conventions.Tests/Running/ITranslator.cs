namespace Hevlayer.Conventions.Tests;

/// <summary>What the handler of the documentation needs.</summary>
internal interface ITranslator
{
    Task<IReadOnlyList<string>> TranslateAsync(IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken);
}
