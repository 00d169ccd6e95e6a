namespace Hevlayer.Indexer;

/// <summary>A folder that holds a model in the layout of sentence-transformers, as <c>all-MiniLM-L6-v2</c> has it.</summary>
internal sealed record SentenceTransformerFolder
{
    private const int DefaultMaxTokens = 256;
    private const int LeastMaxTokens = 3;

    private static readonly string[] ModelFiles = ["model.onnx", Path.Combine("onnx", "model.onnx")];

    private SentenceTransformerFolder()
    {
    }

    /// <summary>Name of the folder.</summary>
    public required string Name { get; init; }

    /// <summary>File of the model.</summary>
    public required string ModelPath { get; init; }

    /// <summary>File with a token a line.</summary>
    public required string VocabularyPath { get; init; }

    /// <summary>Most tokens of a text that the model reads, both special ones included. <value>Default: 256.</value></summary>
    public required int MaxTokens { get; init; }

    /// <summary>Whether capitals become small letters. <value>Default: true.</value></summary>
    public required bool LowerCase { get; init; }

    /// <summary>Whether accents are taken off. <value>Default: where capitals become small letters.</value></summary>
    public required bool StripAccents { get; init; }

    /// <summary>Whether each ideograph is a word. <value>Default: true.</value></summary>
    public required bool SplitIdeographs { get; init; }

    /// <summary>Looks what a folder holds.</summary>
    /// <param name="folder">Its path.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">The model or its vocabulary is missing.</exception>
    /// <exception cref="InvalidDataException">A settings file cannot be read, or asks for what is not done here.</exception>
    public static SentenceTransformerFolder Open(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{folder}' to take a model from.");
        }

        var modelPath = Find(folder, ModelFiles);
        var vocabularyPath = Find(folder, "vocab.txt");
        var tokenizer = ModelSettings.Read(folder, "tokenizer_config.json");
        var lowerCase = tokenizer.Flag("do_lower_case") ?? true;
        RequireMeanPooling(ModelSettings.Read(folder, Path.Combine("1_Pooling", "config.json")));
        return new()
        {
            Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))),
            ModelPath = modelPath,
            VocabularyPath = vocabularyPath,
            MaxTokens = MaxTokensOf(ModelSettings.Read(folder, "sentence_bert_config.json")),
            LowerCase = lowerCase,
            StripAccents = tokenizer.Flag("strip_accents") ?? lowerCase,
            SplitIdeographs = tokenizer.Flag("tokenize_chinese_chars") ?? true,
        };
    }

    private static string Find(string folder, params string[] names) =>
        names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException($"The folder '{folder}' holds no {string.Join(" and no ", names)}.", Path.Combine(folder, names[0]));

    private static int MaxTokensOf(ModelSettings settings) => settings.Number("max_seq_length") switch
    {
        null => DefaultMaxTokens,
        >= LeastMaxTokens and var number => number,
        var number => throw new InvalidDataException($"'{settings.Path}' sets max_seq_length to {number}: at least {LeastMaxTokens} are needed."),
    };

    // A vector pooled in another way would be wrong without any sign of it.
    private static void RequireMeanPooling(ModelSettings settings)
    {
        if (settings.Flag("pooling_mode_mean_tokens") == false)
        {
            throw new InvalidDataException($"'{settings.Path}' asks for another pooling than the mean of the tokens.");
        }
    }
}
