using System.Globalization;

namespace Hevlayer.Workers.Simulation;

/// <summary>Runs one plan from beginning to end.</summary>
internal sealed class History
{
    private readonly HistoryPlan _plan;
    private readonly SimulationOptions _simulation;
    private readonly FaultCount _faults = new();
    private readonly List<string> _violations = [];
    private readonly List<SimulatedWorker> _workers = [];
    private readonly List<SimulatedWorker> _all = [];
    private readonly Random _random;
    private readonly VirtualTime _time;
    private readonly GatewayModel _gateway;
    private readonly SimulatedNetwork _network;
    private readonly DocumentFaults _documentFaults;
    private readonly Stack<AttemptRecords> _disks = [];
    private TimeSpan _modelBrokenUntil;
    private TimeSpan? _settledAt;
    private TimeSpan _workerTime;
    private bool _isEnding;

    public History(HistoryPlan plan, SimulationOptions simulation)
    {
        _plan = plan;
        _simulation = simulation;
        _random = new Random(plan.Seed);
        _time = new VirtualTime(new Random(plan.Seed + 1));
        _gateway = new GatewayModel(_time.AddNode("gateway").Clock);
        _network = new SimulatedNetwork(_time, _random, _faults) { Plan = plan.Network };
        _documentFaults = new DocumentFaults(plan.Documents, _faults);
    }

    public HistoryResult Run()
    {
        Prepare();
        var isDone = _time.RunUntil(AllSettled, _plan.Limit);
        if (!isDone)
        {
            _violations.Add($"after {_plan.Limit} these documents have not ended: {string.Join(", ", Open())}");
        }

        _isEnding = true;
        var end = _time.Elapsed;
        _workers.ForEach(static worker => worker.Stop());
        if (!_time.RunUntil(() => _workers.Count == 0, end + (_plan.Options.Shutdown.Total * 2) + (_plan.Options.Lease * 4)))
        {
            _violations.Add($"these workers never ended: {string.Join(", ", _workers.Select(static worker => worker.Node.Name))}");
        }

        _violations.AddRange([.. DocumentViolations(), .. AttemptViolations(), .. HistoryRules.OfWorkers(_all, _faults)]);
        var states = _gateway.Documents;
        return new HistoryResult(
            _violations,
            _gateway.Rows,
            _workerTime,
            states.Count(static document => document.Stage == DocumentStage.Indexed.Value),
            states.Count(static document => document.Stage == DocumentStage.Failed.Value),
            _faults,
            _time.Trace);
    }

    private void Prepare()
    {
        foreach (var document in _plan.Documents)
        {
            _gateway.Stage(document.Id, document.Chunks);
            if (document.Fault is SimulatedFault.LostChunks)
            {
                _gateway.LoseChunks(document.Id);
            }

            if (document.Fault is SimulatedFault.LostChunks or SimulatedFault.NoChunks)
            {
                _faults.Add(document.Fault.Value);
            }
        }

        for (var number = 0; number < _plan.Workers; number++)
        {
            _time.After(TimeSpan.FromSeconds(_random.NextDouble()), AddWorker);
        }

        foreach (var planned in _plan.Events)
        {
            _time.After(planned.At, () => Happen(planned));
        }

        _time.After(_plan.Calm, () => _network.Plan = NetworkPlan.Calm);
    }

    private void AddWorker()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"worker-{_all.Count}");
        var node = _time.AddNode(name);
        var options = WorkerOptions.Copy(_plan.Options, name);
        var worker = new SimulatedWorker(node, _time, _network, _gateway, options, CountedHandlerFor, new FailureBook(), new Random(_random.Next()), _violations.Add, _disks.Count > 0 ? _disks.Pop() : new AttemptRecords(), killed => Kill(killed));
        var began = _time.Elapsed;
        _all.Add(worker);
        _workers.Add(worker);
        worker.Start(ended =>
        {
            _workerTime += _time.Elapsed - began;
            _workers.Remove(ended);
            _disks.Push(ended.Disk);
            _violations.AddRange(HistoryRules.OfEnd(ended, _gateway.Documents));
        });
        if (_isEnding)
        {
            worker.Stop();
        }
    }

    private IDocumentHandler HandlerFor(TimeProvider clock, Action die)
    {
        if (_simulation.Handler is { } make)
        {
            return new FaultyHandler(make(), _documentFaults, die);
        }

        var batcher = new EmbeddingBatcher(
            new SimulatedGenerator(clock, _plan.ModelTime, _documentFaults, () => _time.Elapsed < _modelBrokenUntil, die),
            _plan.Options,
            clock,
            new WorkerTelemetry(Names.Pipeline),
            new FailureBook());
        return new EmbeddingHandler(batcher, _plan.Options.Embedding);
    }

    private CountedHandler CountedHandlerFor(TimeProvider clock, Action die)
    {
        var handler = HandlerFor(clock, die);
        return handler is IWorkProbe probe
            ? new CountedProbe(handler, probe, _plan.Options.MaxConcurrentDocuments, _violations.Add)
            : new CountedHandler(handler, _plan.Options.MaxConcurrentDocuments, _violations.Add);
    }

    private void Happen(PlannedEvent planned)
    {
        var target = _workers.Count > 0 ? _workers[planned.Target % _workers.Count] : null;
        switch (planned.Fault)
        {
            case SimulatedFault.Outage:
                _network.BreakGateway(planned.Length);
                break;
            case SimulatedFault.TakenLease:
                TakeLease(planned.Target);
                break;
            case SimulatedFault.Crash when target is not null:
                _faults.Add(planned.Fault);
                Crash(target, planned.Length);
                break;
            case SimulatedFault.Restage when Restaging.DocumentOf(planned, _plan.Documents) is { } document:
                _faults.Add(planned.Fault);
                _gateway.Stage(document.Id, Restaging.ChunksOf(planned, document));
                break;
            case SimulatedFault.BrokenModel:
                _faults.Add(planned.Fault);
                _modelBrokenUntil = _time.Elapsed + planned.Length;
                break;
            case SimulatedFault.Freeze when target is { Node.IsFrozen: false }:
                _faults.Add(planned.Fault);
                target.Node.Freeze();
                _time.After(planned.Length, () =>
                {
                    target.Node.Thaw();
                    target.StoodStill += planned.Length;
                });
                break;
            case SimulatedFault.ClockJump when target is not null:
                _faults.Add(planned.Fault);
                target.Node.Clock.Skew += planned.Length;
                break;
            case SimulatedFault.Deploy:
                Deploy(planned.Length);
                break;
        }
    }

    private void Kill(SimulatedWorker worker) => Crash(worker, TimeSpan.FromSeconds(_random.Next(60)));

    // Whoever takes its place finds its disk.
    private void Crash(SimulatedWorker worker, TimeSpan length)
    {
        if (_workers.Remove(worker))
        {
            worker.Node.Kill();
            _disks.Push(worker.Disk);
            _time.After(length, AddWorker);
        }
    }

    private void Deploy(TimeSpan length)
    {
        _faults.Add(SimulatedFault.Deploy);
        var old = _workers.ToList();
        for (var number = 0; number < old.Count; number++)
        {
            var worker = old[number];
            _time.After(length * ((double)number / old.Count), () =>
            {
                AddWorker();
                worker.Stop();
            });
        }
    }

    private void TakeLease(int choice)
    {
        var held = _gateway.Documents.Where(static document => document.WorkerId is not null).ToList();
        if (held.Count > 0)
        {
            _faults.Add(SimulatedFault.TakenLease);
            _gateway.TakeAway(held[choice % held.Count].Id, _plan.Options.ClaimStage);
        }
    }

    // Late looks after writes that may come late are part of the work.
    private bool AllSettled()
    {
        if (_gateway.OpenDocuments > 0 || _time.Elapsed < _plan.Calm)
        {
            _settledAt = null;
            return false;
        }

        _settledAt ??= _time.Elapsed;
        return _plan.Events.Count == 0 || _time.Elapsed >= _settledAt + (_plan.Options.LateWriteDelay * 2);
    }

    private IEnumerable<string> Open() => _gateway.Documents
        .Where(static document => document.Stage != DocumentStage.Indexed.Value && document.Stage != DocumentStage.Failed.Value)
        .Select(static document => $"{document.Id} ({document.Stage}, held by {document.WorkerId ?? "nobody"})");

    private IEnumerable<string> DocumentViolations()
    {
        var documents = _plan.Documents.ToDictionary(static document => document.Id, StringComparer.Ordinal);
        return _gateway.Documents.SelectMany(state => HistoryRules.OfDocument(
            documents[state.Id],
            state.Stage,
            _all.Select(worker => worker.ReasonOf(state.Id)).FirstOrDefault(static reason => reason is not null)));
    }

    // Another worker counts from the beginning, and a batch that is split asks the model more than once.
    private IEnumerable<string> AttemptViolations() =>
        _simulation.Handler is null || _faults.ExplainLostLeases || _faults[SimulatedFault.Crash] + _faults[SimulatedFault.Deploy] + _faults[SimulatedFault.Killer] + _faults[SimulatedFault.OddReply] > 0
            ? []
            : _gateway.Documents.Where(static state => state.Stage == DocumentStage.Failed.Value)
                .Select(state => _plan.Documents.Single(document => document.Id == state.Id))
                .Where(document => document.Fault is SimulatedFault.Poison && _documentFaults.AttemptsOf(document.Id) != _plan.Options.Retry.MaxAttempts)
                .Select(document => $"{document.Id} was set aside after {_documentFaults.AttemptsOf(document.Id)} attempts instead of {_plan.Options.Retry.MaxAttempts}");
}
