namespace Hevlayer.Indexer;

/// <summary>
/// Disposes of something native when nobody uses it any more: at once if nobody does, else with the end of the last use.
/// A host that stops does not wait for work that ignores it, and freeing memory under it would crash the process.
/// </summary>
/// <param name="held">What is used.</param>
internal sealed class DisposedWhenIdle(IDisposable held) : IDisposable
{
    private readonly Lock _gate = new();
    private int _uses;
    private bool _disposed;

    /// <summary>Begins a use.</summary>
    /// <exception cref="ObjectDisposedException">It has been disposed of.</exception>
    public void Begin()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, held);
            _uses++;
        }
    }

    /// <summary>Ends a use.</summary>
    public void End()
    {
        lock (_gate)
        {
            _uses--;
            if (_disposed && _uses == 0)
            {
                held.Dispose();
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            if (!_disposed && _uses == 0)
            {
                held.Dispose();
            }

            _disposed = true;
        }
    }
}
