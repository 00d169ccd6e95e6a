namespace Hevlayer.Local;

/// <summary>How an answer gets to its caller.</summary>
internal enum Delivery
{
    /// <summary>To its end.</summary>
    Whole,

    /// <summary>Half of its body; then the connection is cut.</summary>
    Cut,

    /// <summary>Not at all: the connection is cut.</summary>
    Lost,
}
