using System.CommandLine;
using Hevlayer.Workers;

namespace Hevlayer.Tool;

/// <summary>Options that say how the worker embeds: which rows a document should have follows from them.</summary>
internal sealed class EmbedderOptions
{
    private readonly Option<string?> _embedder = OptionValues.Of("--embedder", "NAME", OptionValues.Text, "The embedder as the worker names it (Embedding.Embedder, else model/dimension): the ids of rows depend on it.");
    private readonly Option<string?> _prefix = OptionValues.Of("--prefix", "TEXT", OptionValues.Text, "Prefix that the worker puts before each text. Default: none.");
    private readonly Option<string?> _text = OptionValues.Of("--text-attribute", "NAME", OptionValues.Text, "Attribute that holds the text. Default: text. A worker that makes other attributes cannot be compared here.");

    public EmbedderOptions(Command command)
    {
        _embedder.Required = true;
        foreach (var option in new[] { _embedder, _prefix, _text })
        {
            command.Options.Add(option);
        }
    }

    public void Apply(ParseResult parsed, EmbeddingOptions options)
    {
        options.Embedder = parsed.GetValue(_embedder);
        options.Prefix = parsed.GetValue(_prefix) ?? options.Prefix;
        options.TextAttribute = parsed.GetValue(_text) ?? options.TextAttribute;
    }
}
