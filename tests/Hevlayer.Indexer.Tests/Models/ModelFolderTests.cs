namespace Hevlayer.Indexer.Tests;

/// <summary>Folders that do not hold what they should, and those that hold more.</summary>
public sealed class ModelFolderTests
{
    [Theory]
    [InlineData("model.onnx")]
    [InlineData("vocab.txt")]
    public void FileThatIsMissing_IsNamed(string name)
    {
        using var folder = new ModelFolder();
        folder.Delete(name);

        var exception = Assert.Throws<FileNotFoundException>(() => new SentenceTransformerEmbedder(folder.Path));

        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        Assert.Contains(folder.Path, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderThatIsMissing_IsNamed()
    {
        using var folder = new ModelFolder();
        var missing = Path.Combine(folder.Path, "elsewhere");

        var exception = Assert.Throws<DirectoryNotFoundException>(() => new SentenceTransformerEmbedder(missing));

        Assert.Contains(missing, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_MayBeInTheFolderOfItsFormat()
    {
        using var folder = new ModelFolder(modelName: "onnx/model.onnx");

        Assert.Equal(Path.Combine(folder.Path, "onnx", "model.onnx"), SentenceTransformerFolder.Open(folder.Path).ModelPath);
    }

    [Fact]
    public void FolderWithoutSettings_HasThoseOfTheSmallModel()
    {
        using var folder = new ModelFolder();

        var opened = SentenceTransformerFolder.Open(folder.Path);

        Assert.Equal((256, true, true, true), (opened.MaxTokens, opened.LowerCase, opened.StripAccents, opened.SplitIdeographs));
    }

    [Theory]
    [InlineData("""{"do_lower_case": true, "strip_accents": null}""", true, true, true)]
    [InlineData("""{"do_lower_case": false}""", false, false, true)]
    [InlineData("""{"do_lower_case": false, "strip_accents": true}""", false, true, true)]
    [InlineData("""{"strip_accents": false, "tokenize_chinese_chars": false}""", true, false, false)]
    public void SettingsOfTheTokenizer_AreRead(string settings, bool lowerCase, bool stripAccents, bool splitIdeographs)
    {
        using var folder = new ModelFolder();
        folder.Write("tokenizer_config.json", settings);

        var opened = SentenceTransformerFolder.Open(folder.Path);

        Assert.Equal((lowerCase, stripAccents, splitIdeographs), (opened.LowerCase, opened.StripAccents, opened.SplitIdeographs));
    }

    [Theory]
    [InlineData("""{"max_seq_length": 128}""", 128)]
    [InlineData("""{"max_seq_length": null}""", 256)]
    [InlineData("{}", 256)]
    public void LengthOfTexts_IsRead(string settings, int tokens)
    {
        using var folder = new ModelFolder();
        folder.Write("sentence_bert_config.json", settings);

        Assert.Equal(tokens, SentenceTransformerFolder.Open(folder.Path).MaxTokens);
    }

    [Theory]
    [InlineData("tokenizer_config.json", "not json")]
    [InlineData("tokenizer_config.json", "null")]
    [InlineData("tokenizer_config.json", "[]")]
    [InlineData("tokenizer_config.json", "")]
    [InlineData("sentence_bert_config.json", """{"max_seq_length": 2}""")]
    [InlineData("1_Pooling/config.json", """{"pooling_mode_cls_token": true, "pooling_mode_mean_tokens": false}""")]
    [InlineData("vocab.txt", "the\ncat\n")]
    [InlineData("vocab.txt", "[UNK]\nthe\ncat\n")]
    [InlineData("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\ncat\ncat\n")]
    [InlineData("model.onnx", "no model")]
    public void FileThatCannotBeUsed_IsNamed(string name, string text)
    {
        using var folder = new ModelFolder();
        folder.Write(name, text);

        var exception = Assert.Throws<InvalidDataException>(() => new SentenceTransformerEmbedder(folder.Path));

        Assert.Contains(name, exception.Message.Replace('\\', '/'), StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> OtherModels => new()
    {
        { "position_ids", TinyModel.Lookup(input: "position_ids") },
        { "Int32", TinyModel.Lookup(type: OnnxGraph.Int32) },
        { "logits", TinyModel.Lookup(output: "logits") },
        { "3 dimensions", TinyModel.OneNumber() },
    };

    [Theory]
    [MemberData(nameof(OtherModels))]
    public void ModelOfAnotherKind_IsRefusedWithWhatDiffers(string difference, byte[] model)
    {
        using var folder = new ModelFolder(model);

        var exception = Assert.Throws<InvalidDataException>(() => new SentenceTransformerEmbedder(folder.Path));

        Assert.Contains(difference, exception.Message, StringComparison.Ordinal);
    }
}
