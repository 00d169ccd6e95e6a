using System.Text.Json;

namespace Hevlayer;

/// <summary>
/// How the vector store stores and indexes one attribute. A type alone is enough: <c>["price"] = AttributeType.Int</c>.
/// Null leaves a setting to the vector store.
/// </summary>
public sealed record AttributeSchema
{
    /// <summary>Type of the attribute.</summary>
    public required AttributeType Type { get; init; }

    /// <summary>Whether filters may use the attribute.</summary>
    /// <value>Default: null; the vector store takes true, and false with full-text search.</value>
    public bool? Filterable { get; init; }

    /// <summary>Whether and how the attribute can be searched by text; for texts and lists of texts.</summary>
    /// <value>Default: null, not.</value>
    public FullTextSearch? FullTextSearch { get; init; }

    /// <summary>Whether <see cref="Filter.Regex"/> may be used.</summary>
    /// <value>Default: null, not.</value>
    public bool? Regex { get; init; }

    /// <summary>Whether there is an index for <see cref="Filter.Glob"/> and its relatives.</summary>
    /// <value>Default: null, the vector store's own choice.</value>
    public bool? Glob { get; init; }

    /// <summary>Whether fuzzy search may be used, which <see cref="RankBy.HybridText"/> needs.</summary>
    /// <value>Default: null, not.</value>
    public bool? Fuzzy { get; init; }

    /// <summary>Whether a vector attribute is indexed for nearest neighbours.</summary>
    /// <value>Default: null, the vector store's own choice.</value>
    public bool? Ann { get; init; }

    /// <summary>Members that this version does not know, sent as they are.</summary>
    /// <value>Default: null, none.</value>
    public AttributeMap? Extra { get; init; }

    /// <summary>The schema of an attribute that has only a type.</summary>
    /// <param name="type">The type.</param>
    public static implicit operator AttributeSchema(AttributeType type) => new() { Type = type };

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", Type.Value);
        OptionWriter.Flag(writer, "filterable", Filterable);
        FullTextSearch?.Write(writer, "full_text_search");
        OptionWriter.Flag(writer, "regex", Regex);
        OptionWriter.Flag(writer, "glob", Glob);
        OptionWriter.Flag(writer, "fuzzy", Fuzzy);
        OptionWriter.Flag(writer, "ann", Ann);
        OptionWriter.Extra(writer, Extra);
        writer.WriteEndObject();
    }
}
