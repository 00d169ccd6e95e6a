using System.Diagnostics.CodeAnalysis;

namespace Hevlayer.Workers;

/// <summary>Items that were taken together, and whose leases one call renews and one call releases.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The source of the token has no timer to release, and a late call may still use it.")]
internal abstract class HeldBatch
{
    private readonly CancellationTokenSource _ended = new();
    private int _open;

    protected HeldBatch(IReadOnlyList<HeldItem> items)
    {
        Items = items;
        _open = items.Count;
        foreach (var item in items)
        {
            item.Batch = this;
        }
    }

    /// <summary>The items, at least one.</summary>
    public IReadOnlyList<HeldItem> Items { get; }

    /// <summary>Cancelled when none of the items is held any more.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Renews the leases of some of the items.</summary>
    /// <returns>How many of them this worker still holds.</returns>
    public abstract Task<long> RenewAsync(IReadOnlyList<HeldItem> items, CancellationToken cancellationToken);

    /// <summary>Releases some of the items, which nobody works on.</summary>
    /// <returns>How many of them were released.</returns>
    public abstract Task<long> ReleaseAsync(IReadOnlyList<HeldItem> items, CancellationToken cancellationToken);

    public void ItemEnded()
    {
        if (Interlocked.Decrement(ref _open) == 0)
        {
            _ended.Cancel();
        }
    }
}
