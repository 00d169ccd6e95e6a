namespace Hevlayer.Local;

/// <summary>
/// What parts of the state tell their keeper beside the calls themselves, and what it tells them when calls are done again.
/// Without a keeper nothing listens.
/// </summary>
internal sealed class StateNotes
{
    /// <summary>Takes a note; null when nobody keeps the state.</summary>
    public Action<EntryKind, string, byte[]>? Listener { get; set; }

    /// <summary>What the call that runs drew at random.</summary>
    public string? Drawn { get; set; }

    /// <summary>What the call that is done again drew at its first time; null at a first time.</summary>
    public string? Given { get; set; }
}
