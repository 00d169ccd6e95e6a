namespace Hevlayer.Local;

/// <summary>A row in the queue of a function. Only <see cref="ItemBoard"/> changes its place.</summary>
internal sealed class FunctionItem(string name, string id, long order, string version)
{
    public string Namespace { get; } = name;

    public string Id { get; } = id;

    /// <summary>Place in line: rows are claimed in the order in which they were queued.</summary>
    public long Order { get; } = order;

    /// <summary>Version of the specification that the row was queued for.</summary>
    public string Version { get; set; } = version;

    public ItemState State { get; set; }

    /// <summary>Who holds it; null unless it is held.</summary>
    public ItemLease? Lease { get; set; }

    /// <summary>UTC ticks at which a wait or a lease ends by itself; null where nothing ends.</summary>
    public long? Due { get; set; }

    /// <summary>How often it has changed its place: what was noted for an earlier one no longer holds.</summary>
    public int Moves { get; set; }

    /// <summary>Transient failures so far.</summary>
    public int Attempts { get; set; }

    /// <summary>What the worker said last about a failure.</summary>
    public string? Reason { get; set; }
}
