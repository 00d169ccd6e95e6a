namespace Hevlayer.Workers;

/// <summary>A query was to be embedded by something else than the index was made with; no query was sent.</summary>
public sealed class EmbedderMismatchException : InvalidOperationException
{
    internal EmbedderMismatchException(string namespaceName, string? embedder, IReadOnlyList<string> offered)
        : base(embedder is null
            ? $"The index '{namespaceName}' does not tell what made its vectors, and there are several embedders to choose from ({string.Join(", ", offered)}). Rows that workers write from now on tell it."
            : $"The index '{namespaceName}' was made with '{embedder}', and the query would be embedded with {string.Join(" or ", offered.Select(static name => $"'{name}'"))}. Vectors of different embedders cannot be compared.")
    {
        Namespace = namespaceName;
        Embedder = embedder;
        Offered = offered;
    }

    /// <summary>The namespace that holds the live index.</summary>
    public string Namespace { get; }

    /// <summary>What it was made with; null where it does not tell.</summary>
    public string? Embedder { get; }

    /// <summary>What the app can embed with.</summary>
    public IReadOnlyList<string> Offered { get; }
}
