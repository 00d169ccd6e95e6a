using System.Threading.Channels;

namespace Hevlayer.Indexer;

/// <summary>One index run: what it is doing, and those who watch it. Thread safe.</summary>
internal sealed class RunningIndex(IndexRunView first)
{
    private readonly Lock _lock = new();
    private readonly List<ChannelWriter<IndexRunView>> _watchers = [];
    private readonly TaskCompletionSource<IndexRunView> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IndexRunView _view = first;

    public IndexRunView View
    {
        get
        {
            lock (_lock)
            {
                return _view;
            }
        }
    }

    /// <summary>Ends with the run, with its last view.</summary>
    public Task<IndexRunView> Ended => _ended.Task;

    public void Change(Func<IndexRunView, IndexRunView> change)
    {
        lock (_lock)
        {
            var next = change(_view);
            if (next == _view)
            {
                return;
            }

            _view = next;
            foreach (var watcher in _watchers)
            {
                watcher.TryWrite(next);
                if (next.HasEnded)
                {
                    watcher.TryComplete();
                }
            }
        }

        if (View.HasEnded)
        {
            _ended.TrySetResult(View);
        }
    }

    /// <summary>The view of now and each one after it, to the end. One who is slow sees the newest only.</summary>
    public async IAsyncEnumerable<IndexRunView> WatchAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<IndexRunView>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_lock)
        {
            channel.Writer.TryWrite(_view);
            if (_view.HasEnded)
            {
                channel.Writer.TryComplete();
            }
            else
            {
                _watchers.Add(channel.Writer);
            }
        }

        try
        {
            await foreach (var view in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return view;
            }
        }
        finally
        {
            lock (_lock)
            {
                _watchers.Remove(channel.Writer);
            }
        }
    }
}
