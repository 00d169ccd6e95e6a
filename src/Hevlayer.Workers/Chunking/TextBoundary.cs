namespace Hevlayer.Workers;

/// <summary>What ends at a place of a text, from the least to the most.</summary>
internal enum TextBoundary : byte
{
    /// <summary>Nothing: the place is inside a word or inside white space.</summary>
    None,

    /// <summary>A word.</summary>
    Word,

    /// <summary>A line.</summary>
    Line,

    /// <summary>A sentence.</summary>
    Sentence,

    /// <summary>A paragraph, or the text.</summary>
    Paragraph,
}
