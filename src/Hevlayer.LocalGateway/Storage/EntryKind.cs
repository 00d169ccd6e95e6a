namespace Hevlayer.Local;

/// <summary>What an entry of the log does when it is done again. The numbers stand in files.</summary>
internal enum EntryKind
{
    /// <summary>A call that changed something.</summary>
    Call = 1,

    /// <summary>Sweeps that had become due.</summary>
    Sweep = 2,

    /// <summary>A search for the history.</summary>
    Search = 3,

    /// <summary>A fetch for the history.</summary>
    Click = 4,

    /// <summary>A minted key that was used.</summary>
    KeySeen = 5,

    /// <summary>The loss of a document's chunks.</summary>
    LostChunks = 6,

    /// <summary>The end of a saved state: its time and its counters.</summary>
    End = 7,
}
