namespace Hevlayer.Workers;

/// <summary>Which index of a pipeline answers queries.</summary>
/// <param name="Live">The one that does.</param>
/// <param name="Other">The one that is being built, or that answered before; null for none.</param>
/// <param name="IsMigrating">Whether the other one is being built.</param>
/// <param name="Generation">How often the card was changed.</param>
internal sealed record IndexCard(IndexSide Live, IndexSide? Other, bool IsMigrating, long Generation)
{
    /// <summary>A migration into another index begins.</summary>
    public IndexCard Begin(IndexSide into) => new(Live, into, IsMigrating: true, Generation + 1);

    /// <summary>The index that was built answers from now on.</summary>
    public IndexCard Switch() => new(Other!, Live, IsMigrating: false, Generation + 1);

    /// <summary>What was before the migration: the other index is given up, or answers again.</summary>
    public IndexCard GoBack() => IsMigrating ? new(Live, null, IsMigrating: false, Generation + 1) : Switch();
}
