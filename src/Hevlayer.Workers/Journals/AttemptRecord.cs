namespace Hevlayer.Workers;

/// <summary>What is known of one document, and the rules by which that changes. A value; the default is an unknown document.</summary>
/// <param name="Attempts">Failed attempts.</param>
/// <param name="Crashes">Processes that died at it.</param>
/// <param name="State">Where the latest attempt stands.</param>
/// <param name="Holder">Who held the lease then; null or empty when the attempt is over.</param>
internal readonly record struct AttemptRecord(int Attempts, int Crashes, AttemptState State, string? Holder)
{
    /// <summary>Whether there is nothing to remember.</summary>
    public bool IsEmpty => Attempts == 0 && Crashes == 0 && State == AttemptState.Closed;

    public AttemptHistory History => new(Attempts, Crashes);

    /// <summary>The record after an event.</summary>
    public AttemptRecord After(AttemptEvent change) => change.Kind switch
    {
        AttemptEventKind.Begun => this with { State = AttemptState.Open, Holder = change.Holder },
        AttemptEventKind.Stored when State == AttemptState.Open => this with { State = AttemptState.Stored },
        AttemptEventKind.Failed => Closed with { Attempts = Attempts + 1 },
        AttemptEventKind.Settled => default,
        AttemptEventKind.Released => Closed,
        AttemptEventKind.Died when State == AttemptState.Open => this with { Crashes = Crashes + 1, State = AttemptState.Abandoned },
        AttemptEventKind.Died when State == AttemptState.Stored => this with { State = AttemptState.Abandoned },
        AttemptEventKind.KeptStored => new(change.Attempts, change.Crashes, AttemptState.Stored, change.Holder),
        AttemptEventKind.KeptClosed => new(change.Attempts, change.Crashes, AttemptState.Closed, null),
        AttemptEventKind.KeptOpen => new(change.Attempts, change.Crashes, AttemptState.Open, change.Holder),
        AttemptEventKind.KeptAbandoned => new(change.Attempts, change.Crashes, AttemptState.Abandoned, change.Holder),
        _ => this,
    };

    /// <summary>The one event that makes an unknown document into this.</summary>
    public AttemptEvent Kept(string documentId) => new(
        State switch
        {
            AttemptState.Open => AttemptEventKind.KeptOpen,
            AttemptState.Stored => AttemptEventKind.KeptStored,
            AttemptState.Abandoned => AttemptEventKind.KeptAbandoned,
            _ => AttemptEventKind.KeptClosed,
        },
        documentId,
        Holder ?? "",
        Attempts,
        Crashes);

    /// <summary>The event of <see cref="IAttemptJournal.KeepStoredAsync"/>.</summary>
    public AttemptEvent KeptStored(string documentId, string holder, bool isSettled) =>
        new(AttemptEventKind.KeptStored, documentId, holder, isSettled ? 0 : Attempts, isSettled ? 0 : Crashes);

    private AttemptRecord Closed => this with { State = AttemptState.Closed, Holder = null };
}
