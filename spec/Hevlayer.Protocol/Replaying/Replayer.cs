namespace Hevlayer.Protocol;

/// <summary>
/// Follows events through the transition relation, with as many workers, documents and faults as come. What nobody sees may
/// have happened in between, so a document may be in several states at a time.
/// </summary>
internal sealed class Replayer
{
    private const int ShownStates = 8;

    private readonly IReadOnlyList<TraceEvent> _events;
    private readonly List<string> _workers;
    private readonly Dictionary<string, PossibleStates> _documents;
    private Budget _budget = Budget.Endless;

    private Replayer(IReadOnlyList<TraceEvent> events)
    {
        _events = events;
        _workers = [.. events.Select(static seen => seen.Worker).OfType<string>().Distinct()];
        _documents = events.Select(static seen => seen.Document).OfType<string>().Distinct()
            .ToDictionary(static document => document, _ => new PossibleStates(_workers.Count), StringComparer.Ordinal);
    }

    public static ReplayResult Replay(IReadOnlyList<TraceEvent> events)
    {
        var replayer = new Replayer(events);
        for (var at = 0; at < events.Count; at++)
        {
            if (!replayer.Take(events[at]))
            {
                return replayer.Refusal(at);
            }
        }

        return new(events.Count, null, [], [], []);
    }

    private bool Take(TraceEvent seen)
    {
        int? worker = seen.Worker is { } name ? _workers.IndexOf(name) : null;
        if (seen.Document is { } document)
        {
            return _documents[document].Take(seen.Kind, worker, _budget);
        }

        return worker is { } process && TakeOfProcess(seen.Kind, process);
    }

    private bool TakeOfProcess(EventKind kind, int worker)
    {
        var isFrozen = _budget.IsFrozen(worker);
        if (kind == EventKind.Crash)
        {
            foreach (var document in _documents.Values)
            {
                document.Crash(worker, _budget);
            }

            _budget = _budget.WithFrozen(worker, false);
            return true;
        }

        foreach (var document in _documents.Values)
        {
            document.Settle(_budget);
        }

        _budget = _budget.WithFrozen(worker, kind == EventKind.Freeze);
        return isFrozen != (kind == EventKind.Freeze);
    }

    private ReplayResult Refusal(int at)
    {
        var refused = _events[at];
        var before = _events.Take(at).Where(seen => refused.Document is null ? seen.Worker == refused.Worker : seen.Document == refused.Document || seen.Document is null);
        var states = refused.Document is { } document ? _documents[document] : null;
        return new(
            at,
            refused,
            [.. before],
            states is null ? [] : [.. states.Seen(_budget).Select(step => Told(step.Kind, step.Worker, refused.Document)).Distinct().Order(StringComparer.Ordinal)],
            states is null ? [] : [.. states.All.Select(Told).Distinct().Take(ShownStates)]);
    }

    private string Told(EventKind kind, int? worker, string? document) =>
        new TraceEvent(kind, worker is { } known ? _workers[known] : null, document).ToString();

    private string Told(Document document)
    {
        var holder = Holder.WorkerOf(document.Holder) is { } worker ? _workers[worker] : document.Holder == Holder.Nobody ? "nobody" : "a process that is gone";
        var work = document.Holds.Items
            .Select((hold, at) => (Name: _workers[at], hold.Phase))
            .Where(static hold => hold.Phase != Phase.Idle)
            .Select(static hold => $"{hold.Name} is {Names.Word(hold.Phase)}");
        return string.Join("; ", [$"{Names.Word(document.Stage)}, held by {holder}", .. work]);
    }
}
