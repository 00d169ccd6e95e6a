using System.Runtime.ExceptionServices;

namespace Hevlayer.Workers;

/// <summary>What was read of a document while it waited for a place to be worked on.</summary>
/// <param name="Room">The room in memory that it takes.</param>
/// <param name="Version">Version of the attempt, from before anything was read: what has a higher one was read later.</param>
internal sealed record DocumentAhead(IdleRoom Room, long Version)
{
    private readonly IReadOnlyList<Chunk> _chunks = [];

    /// <summary>Why the chunks could not be read; null where they were.</summary>
    public Exception? Error { get; init; }

    /// <summary>The chunks; where they could not be read, this throws the error.</summary>
    public IReadOnlyList<Chunk> Chunks
    {
        get
        {
            if (Error is not null)
            {
                ExceptionDispatchInfo.Throw(Error);
            }

            return _chunks;
        }

        init => _chunks = value;
    }

    /// <summary>The rows that the document has; null where nobody asked, or no answer came.</summary>
    public RowView? View { get; init; }
}
