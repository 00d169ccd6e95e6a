using System.Text.Json;

namespace Hevlayer;

/// <summary>How an attribute is searched by text. <c>true</c> takes every default of the vector store.</summary>
public sealed record FullTextSearch
{
    /// <summary>Whether the attribute is searched by text at all.</summary>
    /// <value>Default: true.</value>
    public bool Enabled { get; init; } = true;

    /// <summary>Language of stemming and stop words, such as <c>english</c>.</summary>
    /// <value>Default: null, the store's own.</value>
    public string? Language { get; init; }

    /// <summary>Whether words are reduced to their stems.</summary>
    /// <value>Default: null, the store's own.</value>
    public bool? Stemming { get; init; }

    /// <summary>Whether common words are left out.</summary>
    /// <value>Default: null, the store's own.</value>
    public bool? RemoveStopwords { get; init; }

    /// <summary>Whether case counts.</summary>
    /// <value>Default: null, the store's own.</value>
    public bool? CaseSensitive { get; init; }

    /// <summary>Whether letters with accents match those without.</summary>
    /// <value>Default: null, the store's own.</value>
    public bool? AsciiFolding { get; init; }

    /// <summary>Name of the tokenizer, such as <c>word_v3</c>.</summary>
    /// <value>Default: null, the store's own.</value>
    public string? Tokenizer { get; init; }

    /// <summary>Longest token in bytes, from 1 to 254.</summary>
    /// <value>Default: null, the store's own.</value>
    public int? MaxTokenLength { get; init; }

    /// <summary>BM25 parameter k1, how fast repeated terms saturate.</summary>
    /// <value>Default: null, the store's own.</value>
    public double? K1 { get; init; }

    /// <summary>BM25 parameter b, how much the length of a text counts.</summary>
    /// <value>Default: null, the store's own.</value>
    public double? B { get; init; }

    /// <summary>Members that this version does not know, sent as they are.</summary>
    /// <value>Default: null, none.</value>
    public AttributeMap? Extra { get; init; }

    /// <summary>Text search with the defaults of the vector store, or none.</summary>
    /// <param name="enabled">Whether there is text search.</param>
    public static implicit operator FullTextSearch(bool enabled) => new() { Enabled = enabled };

    internal void Write(Utf8JsonWriter writer, string name)
    {
        if (!Enabled || this == new FullTextSearch())
        {
            writer.WriteBoolean(name, Enabled);
            return;
        }

        writer.WriteStartObject(name);
        OptionWriter.Text(writer, "language", Language);
        OptionWriter.Flag(writer, "stemming", Stemming);
        OptionWriter.Flag(writer, "remove_stopwords", RemoveStopwords);
        OptionWriter.Flag(writer, "case_sensitive", CaseSensitive);
        OptionWriter.Flag(writer, "ascii_folding", AsciiFolding);
        OptionWriter.Text(writer, "tokenizer", Tokenizer);
        OptionWriter.Number(writer, "max_token_length", MaxTokenLength);
        OptionWriter.Number(writer, "k1", K1);
        OptionWriter.Number(writer, "b", B);
        OptionWriter.Extra(writer, Extra);
        writer.WriteEndObject();
    }
}
