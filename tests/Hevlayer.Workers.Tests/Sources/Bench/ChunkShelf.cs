namespace Hevlayer.Workers.Tests.Sources;

/// <summary>The gateway as far as staging needs it. A test says how each call fares.</summary>
internal sealed class ChunkShelf(TimeProvider clock) : IChunkStore
{
    private readonly long _began = clock.GetTimestamp();

    /// <summary>All calls, those that failed too.</summary>
    public List<ShelfCall> Calls { get; } = [];

    /// <summary>What was staged, in its order.</summary>
    public List<ShelfCall> Staged { get; } = [];

    /// <summary>How long a call takes.</summary>
    public TimeSpan Takes { get; set; } = TimeSpan.FromMilliseconds(10);

    /// <summary>The error that a call ends with; null for none.</summary>
    public Func<ShelfCall, Exception?>? Script { get; set; }

    public IReadOnlyList<string> StagedIds => [.. Staged.Select(static call => call.DocumentId)];

    public async Task PutChunksAsync(string documentId, IReadOnlyList<Chunk> chunks, Func<bool> mayCall, CancellationToken cancellationToken)
    {
        var call = new ShelfCall(documentId, chunks, clock.GetElapsedTime(_began));
        Calls.Add(call);
        try
        {
            await Task.Delay(Takes, clock, cancellationToken);
            if (Script?.Invoke(call) is { } error)
            {
                throw error;
            }

            Staged.Add(call);
        }
        finally
        {
            call.Until = clock.GetElapsedTime(_began);
        }
    }
}
