using Microsoft.ML.Tokenizers;

namespace Hevlayer.Indexer;

/// <summary>Turns texts into the token ids of a BERT model.</summary>
internal sealed class BertTokens
{
    private const int SpecialTokens = 2;

    private readonly BertTokenizer _tokenizer;
    private readonly BertWords _words;
    private readonly int _maxTokens;

    /// <summary>Reads the vocabulary.</summary>
    /// <param name="folder">The model's folder.</param>
    /// <exception cref="InvalidDataException">The vocabulary is not one of a BERT model.</exception>
    /// <exception cref="PlatformNotSupportedException">The process cannot take accents off, and the model needs that.</exception>
    public BertTokens(SentenceTransformerFolder folder)
    {
        _words = new(folder.LowerCase, folder.StripAccents, folder.SplitIdeographs);
        _maxTokens = folder.MaxTokens;
        try
        {
            _tokenizer = BertTokenizer.Create(folder.VocabularyPath, new() { ApplyBasicTokenization = false });
        }
        catch (Exception exception) when (exception is ArgumentException or KeyNotFoundException)
        {
            throw new InvalidDataException($"'{folder.VocabularyPath}' is not the vocabulary of a BERT model: {exception.Message}", exception);
        }
    }

    /// <summary>Id that fills up short rows.</summary>
    public int Padding => _tokenizer.PaddingTokenId;

    /// <summary>The ids of a text between those that mark its start and its end; what is too long is cut off.</summary>
    public int[] Encode(string text)
    {
        var ids = _tokenizer.EncodeToIds(_words.Split(text), addSpecialTokens: false, considerPreTokenization: true, considerNormalization: true);
        return [_tokenizer.ClassificationTokenId, .. ids.Take(_maxTokens - SpecialTokens), _tokenizer.SeparatorTokenId];
    }
}
