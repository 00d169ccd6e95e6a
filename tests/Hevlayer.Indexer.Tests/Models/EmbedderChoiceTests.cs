using Hevlayer.Samples;
using Microsoft.Extensions.Logging;

namespace Hevlayer.Indexer.Tests;

public sealed class EmbedderChoiceTests
{
    private readonly ListLogger _logger = new();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void NoFolder_TakesTheBuiltInEmbedderAndSaysSo(string? folder)
    {
        using var embedder = EmbedderChoice.Open(folder, _logger);

        Assert.IsType<FeatureHashingEmbedder>(embedder);
        Assert.Equal([(LogLevel.Information, "Texts are embedded with feature-hashing, in 256 dimensions.")], _logger.Entries);
    }

    [Fact]
    public void Folder_TakesItsModelAndSaysSo()
    {
        using var folder = new ModelFolder();
        using var embedder = EmbedderChoice.Open(folder.Path, _logger);

        Assert.IsType<SentenceTransformerEmbedder>(embedder);
        Assert.Equal([(LogLevel.Information, "Texts are embedded with tiny-model, in 4 dimensions.")], _logger.Entries);
    }

    [Fact]
    public void FolderWithoutAModel_IsAnErrorAndNotTheBuiltInEmbedder()
    {
        using var folder = new ModelFolder();
        folder.Delete("model.onnx");

        var exception = Assert.Throws<FileNotFoundException>(() => EmbedderChoice.Open(folder.Path, _logger));

        Assert.Contains("model.onnx", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_logger.Entries);
    }
}
