using System.Net;

namespace Hevlayer.Local;

/// <summary>
/// Keeps a state in a file: calls are run one after another, each as of one time, and what changed something is committed to
/// a log before it is answered. The log, done again, makes the same state.
/// </summary>
internal sealed class StateKeeper : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly LocalGatewayOptions _options;
    private readonly CallLog _log;
    private List<StoredEntry> _batch = [];
    private StampedClock _clock;
    private volatile GatewayRules _rules;

    private StateKeeper(LocalGatewayOptions options, CallLog log)
    {
        (_options, _log, _clock) = (options, log, new StampedClock(options.TimeProvider));
        _rules = StateReplay.Build(options, _clock, log.Read());
        Listen();
    }

    /// <summary>The state; another one after a load, and after a call that could not be written.</summary>
    public GatewayRules Rules => _rules;

    /// <summary>Where the state is.</summary>
    public string Path => _log.Path;

    /// <summary>Opens the state of a folder, or begins one.</summary>
    /// <exception cref="IOException">It is in use, or no state of ours.</exception>
    public static StateKeeper Open(string folder, LocalGatewayOptions options)
    {
        var log = CallLog.Open(folder);
        try
        {
            return new StateKeeper(options, log);
        }
        catch
        {
            log.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    /// <summary>Runs what answers a call; the task ends when what it changed is committed, or was refused because it cannot be.</summary>
    public async ValueTask<GatewayResponse> RunAsync(Func<GatewayResponse> work)
    {
        try
        {
            var (answer, committed) = Run(work);
            await committed.ConfigureAwait(false);
            return answer;
        }
        catch (IOException error)
        {
            return GatewayResponse.Error(HttpStatusCode.InternalServerError, "state_not_written", error.Message);
        }
    }

    /// <summary>Notes a call that has been answered, if it changed something. Inside of a run only.</summary>
    public void Note(GatewayRequest request, GatewayOperation? operation, GatewayResponse answer)
    {
        if (operation is not null && LoggedCalls.Contain(operation, answer))
        {
            Add(new StoredEntry(EntryKind.Call, Now, request.Method, request.Path, request.Query, request.Header("Content-Type"), request.Body.ToArray()) { Draw = Rules.State.Notes.Drawn });
        }

        Rules.State.Notes.Drawn = null;
    }

    /// <summary>Begins what has become due, so that a look at the state does not begin it unseen.</summary>
    public void Settle() => Run(static () => true);

    public void LoseChunks(string pipeline, string document)
    {
        var (_, committed) = Run(() =>
        {
            Rules.State.Pipelines.Require(pipeline).LoseChunks(document);
            Add(StoredEntry.Of(EntryKind.LostChunks, Now, pipeline, System.Text.Encoding.UTF8.GetBytes(document)));
            return true;
        });
        committed.GetAwaiter().GetResult();
    }

    /// <summary>The state as the bytes of a file.</summary>
    public byte[] Save()
    {
        var (_, committed) = Run(() =>
        {
            Add(StoredEntry.Of(EntryKind.End, Now, string.Empty, []));
            return true;
        });
        committed.GetAwaiter().GetResult();
        return _log.Copy();
    }

    /// <summary>Puts a saved state in the place of this one, in memory and on disk.</summary>
    /// <exception cref="IOException">It is no saved state.</exception>
    public void Load(string file)
    {
        var entries = LogFile.ReadFrom(file);
        lock (_lock)
        {
            BeginAnewAfterAFailure();
            var clock = new StampedClock(_options.TimeProvider);
            var rules = StateReplay.Build(_options, clock, entries);

            // What is still on its way to the log belongs before the change.
            _log.AppendAsync([]).GetAwaiter().GetResult();
            _log.Replace(entries);
            Become(rules, clock);
        }
    }

    public ValueTask DisposeAsync() => _log.DisposeAsync();

    private (T Answer, Task Committed) Run<T>(Func<T> work)
    {
        lock (_lock)
        {
            BeginAnewAfterAFailure();
            var answer = StampedClock.At(_clock.Stamp(), () =>
            {
                if (Rules.State.Functions.SweepDue() is not SweepOutcome.NotDue and var outcome)
                {
                    Add(StoredEntry.Of(EntryKind.Sweep, Now, outcome == SweepOutcome.FoundNothing ? StoredEntry.FoundNothing : string.Empty, []));
                }

                return work();
            });
            var committed = _batch.Count == 0 ? Task.CompletedTask : _log.AppendAsync(_batch);
            _batch = _batch.Count == 0 ? _batch : [];
            return (answer, committed);
        }
    }

    // What could not be written must not be built upon: the state is again what the file says.
    private void BeginAnewAfterAFailure()
    {
        if (!_log.HasFailed)
        {
            return;
        }

        // Nobody appends while the lock is held, so after this one nothing is on its way.
        ((IAsyncResult)_log.AppendAsync([])).AsyncWaitHandle.WaitOne();
        var clock = new StampedClock(_options.TimeProvider);
        clock.NoEarlierThan(_clock.Stamp());
        var rules = StateReplay.Build(_options, clock, _log.Read());
        _log.Resume();
        Become(rules, clock);
    }

    private void Become(GatewayRules rules, StampedClock clock)
    {
        (_rules, _clock, _batch) = (rules, clock, []);
        Listen();
    }

    private long Now => _clock.GetUtcNow().UtcTicks;

    private void Add(StoredEntry entry) => _batch.Add(entry with { Traces = Rules.State.Traces.Count });

    private void Listen() => Rules.State.Notes.Listener = (kind, about, body) => Add(StoredEntry.Of(kind, Now, about, body));
}
