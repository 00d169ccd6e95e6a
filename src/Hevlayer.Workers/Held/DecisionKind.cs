namespace Hevlayer.Workers;

/// <summary>What can be done with an item after an attempt.</summary>
internal enum DecisionKind
{
    /// <summary>The work is done: the hold ends with its result.</summary>
    Complete,

    /// <summary>Another attempt under the same lease, after a pause.</summary>
    Retry,

    /// <summary>The item has failed permanently.</summary>
    Fail,

    /// <summary>The item is released now, for another attempt later.</summary>
    Return,
}
