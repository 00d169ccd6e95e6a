using System.Globalization;

namespace Hevlayer.Workers.Tests;

/// <summary>Runs a worker over documents of given sizes and watches what it holds, reads and works on at one time.</summary>
internal sealed class WatchedMemory
{
    private static readonly TimeSpan WorkTime = TimeSpan.FromMilliseconds(50);

    private readonly Bench _bench = new();
    private readonly Dictionary<string, long> _sizes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inMemory = new(StringComparer.Ordinal);
    private readonly BenchWorker _worker;
    private int _handlers;
    private int _begun;

    public WatchedMemory(IEnumerable<int> lengths, Action<DocumentWorkerOptions> configure)
    {
        foreach (var length in lengths)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"d{_sizes.Count}");
            Chunk[] chunks = [new() { Id = $"{id}-0", Text = new string('x', length) }];
            _bench.Gateway.Stage(id, chunks);
            _sizes.Add(id, ChunkSize.Of(chunks));
        }

        _worker = _bench.Start(WorkAsync, configure);
        _worker.Gateway.Script = call =>
        {
            Watch(call);
            return null;
        };
    }

    public long Completed => _worker.Status.Completed;

    /// <summary>Most handlers at one time.</summary>
    public int MostHandlers { get; private set; }

    /// <summary>Most handlers at one time among the last forty documents.</summary>
    public int HandlersAtEnd { get; private set; }

    /// <summary>Most documents under a lease at one time.</summary>
    public int MostHeld { get; private set; }

    /// <summary>Bytes in memory whenever another document is read.</summary>
    public List<long> TakenAtReads { get; } = [];

    /// <summary>Documents in memory whenever one larger than the limit is worked on.</summary>
    public List<int> TakenWithLarge { get; } = [];

    public void Run() => _bench.RunUntil(() => _worker.Status.Completed == _sizes.Count);

    private async Task<DocumentOutcome> WorkAsync(DocumentContext document, CancellationToken cancellationToken)
    {
        _inMemory.Add(document.Id);
        MostHandlers = Math.Max(MostHandlers, ++_handlers);
        HandlersAtEnd = ++_begun > _sizes.Count - 40 ? Math.Max(HandlersAtEnd, _handlers) : 0;
        if (_sizes[document.Id] > _worker.Options.MaxBufferedBytes)
        {
            TakenWithLarge.Add(_inMemory.Count);
        }

        await Task.Delay(WorkTime, document.Clock, cancellationToken);
        _handlers--;
        return WorkHandler.Rows(document);
    }

    private void Watch(SeenCall call)
    {
        var documents = _bench.Gateway.Documents;
        MostHeld = Math.Max(MostHeld, documents.Count(static document => document.WorkerId is not null));
        _inMemory.RemoveWhere(id => _bench.Gateway.Rows.ContainsKey($"{id}-0"));
        if (call.Kind == CallKind.ReadChunks)
        {
            TakenAtReads.Add(_inMemory.Sum(id => _sizes[id]));
        }
    }
}
