using System.Globalization;

namespace Hevlayer.Workers.Simulation;

/// <summary>Runs one plan from beginning to end.</summary>
internal sealed class History
{
    // More than the longest time between two checks, with their retries.
    private static readonly TimeSpan LedgerTime = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan LedgerLooks = TimeSpan.FromSeconds(15);

    private readonly HistoryPlan _plan;
    private readonly SimulationOptions _simulation;
    private readonly World _world;
    private readonly DocumentFaults _documentFaults;
    private readonly SimulatedQueue _queue;
    private readonly Producers _producers;
    private readonly Fleet _fleet;
    private readonly List<DrainWatcher> _watchers = [];
    private TimeSpan _ledgerLookAt;
    private TimeSpan _modelBrokenUntil;
    private TimeSpan? _settledAt;
    private TimeSpan? _drainedAt;
    private bool _isDrained;

    public History(HistoryPlan plan, SimulationOptions simulation)
    {
        _plan = plan;
        _simulation = simulation;
        _world = new World(plan, simulation);
        _documentFaults = new DocumentFaults(plan.Documents, _world.Faults);
        _queue = new SimulatedQueue(_world.Time, _world.Network, plan.Sources?.Visibility ?? TimeSpan.Zero, plan.Messages);
        _producers = new Producers(_world, plan);
        var handlers = new HandlerMaker(_world, plan, simulation, _documentFaults, () => _world.Time.Elapsed < _modelBrokenUntil);
        _fleet = new Fleet(_world, plan, handlers, _queue);
    }

    private VirtualTime Time => _world.Time;

    public HistoryResult Run()
    {
        Prepare();
        var isDone = Time.RunUntil(IsOver, _plan.Limit);
        if (!isDone)
        {
            _world.Violations.Add($"after {Time.Elapsed} these documents have not ended: {string.Join(", ", Open())}{(_queue.IsEmpty ? "" : ", and messages")}");
        }

        if (_world.GaveUp is { } reason)
        {
            _world.Violations.Add(reason);
        }
        else
        {
            End();
        }

        var states = _world.Gateway.Documents;
        return new HistoryResult(
            [.. _world.Violations.Distinct(StringComparer.Ordinal)],
            _world.Gateway.Rows,
            _fleet.Time,
            states.Count(static document => document.Stage == DocumentStage.Indexed.Value),
            states.Count(static document => document.Stage == DocumentStage.Failed.Value),
            _world.Faults,
            Time.Trace)
        {
            Last = _producers.Last,
            Paid = _world.Paid,
            LostWork = _world.LostWork,
            Stages = states.ToDictionary(static document => document.Id, static document => document.Stage, StringComparer.Ordinal),
        };
    }

    private void Prepare()
    {
        _producers.Begin();
        for (var number = 0; number < _plan.Workers; number++)
        {
            Time.After(Moment(), () => _fleet.Add(ProcessRole.Indexer));
        }

        for (var number = 0; number < (_plan.Relay?.Workers ?? 0); number++)
        {
            Time.After(Moment(), () => _fleet.Add(ProcessRole.Relay));
        }

        for (var number = 0; number < (_plan.Sources?.Workers ?? 0); number++)
        {
            Time.After(Moment(), () => _fleet.Add(ProcessRole.Source));
        }

        foreach (var begin in _plan.Watchers)
        {
            var watcher = new DrainWatcher(Time.AddNode(string.Create(CultureInfo.InvariantCulture, $"watcher-{_watchers.Count}")), _world, WatchOptions());
            _watchers.Add(watcher);
            Time.After(begin, () => watcher.Start(() => _isDrained ? Time.Elapsed : _drainedAt));
        }

        foreach (var planned in _plan.Events)
        {
            Time.After(planned.At, () => Happen(planned));
        }

        Time.After(_plan.Calm, () => _world.Network.Plan = NetworkPlan.Calm);
    }

    // What comes by messages is in no stage before it is staged.
    private DrainOptions WatchOptions() => new()
    {
        MinimumDocuments = _plan.Documents.Count - _plan.Messages.Where(static message => message.IsDoomed).Select(static message => message.Document.Id).Distinct().Count(),
        PollInterval = TimeSpan.FromSeconds(5 + _world.Random.Next(40)),
    };

    private TimeSpan Moment() => TimeSpan.FromSeconds(_world.Random.NextDouble());

    private void End()
    {
        var end = Time.Elapsed;
        _fleet.Stop();
        if (!Time.RunUntil(() => _fleet.Running.Count == 0, end + (_plan.Options.Shutdown.Total * 2) + (_plan.Options.Lease * 4)))
        {
            _world.Violations.Add($"these workers never ended: {string.Join(", ", _fleet.Running.Select(static worker => worker.Node.Name))}");
        }

        _world.Violations.AddRange(
        [
            .. DocumentRules.Violations(_producers.Last, _world.Gateway.Documents, _fleet.All),
            .. MessageViolations.Of(_queue, _world.Gateway.Documents),
            .. AttemptRules.Violations(_plan, _simulation, _world, _fleet, _documentFaults),
            .. FleetRules.Violations(_fleet, _world),
            .. LedgerRules.Violations(_producers.Last, _world, _fleet.All),
        ]);
    }

    private void Happen(PlannedEvent planned)
    {
        var running = _fleet.Running;
        var target = running.Count > 0 ? running[planned.Target % running.Count] : null;
        switch (planned.Fault)
        {
            case SimulatedFault.Outage:
                _world.Network.BreakGateway(planned.Length);
                break;
            case SimulatedFault.TakenLease:
                TakeLease(planned.Target);
                break;
            case SimulatedFault.Crash when target is not null:
                _world.Faults.Add(planned.Fault);
                _fleet.Crash(target, planned.Length);
                break;
            case SimulatedFault.Restage:
                _producers.Restage(planned);
                break;
            case SimulatedFault.BrokenModel:
                _world.Faults.Add(planned.Fault);
                _modelBrokenUntil = Time.Elapsed + planned.Length;
                break;
            case SimulatedFault.Freeze when target is { Node.IsFrozen: false }:
                _world.Faults.Add(planned.Fault);
                _fleet.Freeze(target, planned.Length);
                break;
            case SimulatedFault.ClockJump when target is not null:
                _world.Faults.Add(planned.Fault);
                target.Node.Clock.Skew += planned.Length;
                break;
            case SimulatedFault.Deploy:
                _world.Faults.Add(planned.Fault);
                _fleet.Deploy(planned.Length);
                break;
        }
    }

    private void TakeLease(int choice)
    {
        var held = _world.Gateway.Documents.Where(static document => document.WorkerId is not null).ToList();
        if (held.Count > 0)
        {
            _world.Faults.Add(SimulatedFault.TakenLease);
            var document = held[choice % held.Count];
            var (stage, claimStage) = _fleet.StagesOf(document.WorkerId!);
            _world.Gateway.TakeAway(document.Id, claimStage, stage);
        }
    }

    // Looks after writes that may come late are part of the work.
    private bool IsOver()
    {
        NoteDrained();
        if (_world.GaveUp is not null)
        {
            return true;
        }

        if (!_isDrained || !_queue.IsEmpty || Time.Elapsed < _plan.Calm)
        {
            _settledAt = null;
            return false;
        }

        _settledAt ??= Time.Elapsed;
        return _watchers.TrueForAll(static watcher => watcher.HasEnded)
            && ((_plan.Events.Count == 0 && !_plan.Messages.Any(static message => message.IsLater)) || Time.Elapsed >= _settledAt + (_plan.Options.LateWriteDelay * 2))
            && !_fleet.HasVacancy
            && IsLedgerTrue();
    }

    private bool IsLedgerTrue()
    {
        if (Time.Elapsed < _ledgerLookAt)
        {
            return false;
        }

        _ledgerLookAt = Time.Elapsed + LedgerLooks;
        return Time.Elapsed >= _settledAt + LedgerTime || !LedgerRules.Violations(_producers.Last, _world, _fleet.All).Any();
    }

    private void NoteDrained()
    {
        var isDrained = _world.Gateway.OpenDocuments == 0;
        if (isDrained || _isDrained)
        {
            _drainedAt = Time.Elapsed;
        }

        _isDrained = isDrained;
    }

    private IEnumerable<string> Open() => _world.Gateway.Documents
        .Where(static document => document.Stage != DocumentStage.Indexed.Value && document.Stage != DocumentStage.Failed.Value)
        .Select(static document => $"{document.Id} ({document.Stage}, held by {document.WorkerId ?? "nobody"})");
}
