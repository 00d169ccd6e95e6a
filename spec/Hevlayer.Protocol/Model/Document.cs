namespace Hevlayer.Protocol;

/// <summary>A document in the queue and in the index, and all that workers do with it. A value.</summary>
internal sealed record Document
{
    public Stage Stage { get; init; }

    /// <summary>Whose hold it is; see <see cref="Protocol.Holder"/>.</summary>
    public int Holder { get; init; }

    /// <summary>What was staged last.</summary>
    public Content Newest { get; init; }

    public Rows Rows { get; init; }

    /// <summary>Calls of dead processes that are still on their way.</summary>
    public Sequence<Orphan> Orphans { get; init; }

    /// <summary>Whether a journal says that a process died at work on it, and nobody has looked into the index since.</summary>
    public bool IsAbandoned { get; init; }

    /// <summary>The work of each worker.</summary>
    public Sequence<Hold> Holds { get; init; }

    /// <summary>A document that nobody has staged.</summary>
    /// <param name="workers">How many workers there are.</param>
    public static Document Unstaged(int workers) => new() { Holds = new([.. new Hold[workers]]) };

    public Document With(int worker, Hold hold) => this with { Holds = Holds.With(worker, hold) };

    public bool IsHeldBy(int worker) => Holder == Protocol.Holder.Of(worker);
}
