using Hevlayer.Local;

namespace Hevlayer.Workers.Simulation;

/// <summary>Runs one plan of a function from beginning to end.</summary>
internal sealed class FunctionHistory
{
    private static readonly TimeSpan Limit = TimeSpan.FromHours(12);

    private readonly FunctionPlan _plan;
    private readonly SimulationOptions _simulation;
    private readonly FaultCount _faults = new();
    private readonly VirtualTime _time;
    private readonly FunctionModel _gateway;
    private readonly SimulatedNetwork _network;
    private readonly FunctionWorkload _workload;
    private readonly FunctionFleet _fleet;
    private TimeSpan _lookedAt;

    public FunctionHistory(FunctionPlan plan, SimulationOptions simulation)
    {
        _plan = plan;
        _simulation = simulation;
        var random = new Random(plan.Seed);
        _time = new VirtualTime(new Random(plan.Seed + 1));
        _gateway = new FunctionModel(_time.AddNode("gateway").Clock, plan.Retry);
        _network = new SimulatedNetwork(_time, random, _faults) { Plan = plan.Network };
        _workload = new FunctionWorkload(plan, random);
        _fleet = new FunctionFleet(_time, plan, options => (new FunctionLink(_network, _gateway, options), _workload.Of(options.Version!)), random);
    }

    private string LastVersion => FunctionModel.Version(_plan.NewVersionAt is null ? 1 : 2);

    public HistoryResult Run()
    {
        Prepare();
        var violations = new List<string>();
        if (!_time.RunUntil(IsOver, Limit) || IsEndless)
        {
            violations.Add($"after {_time.Elapsed} and {_time.Steps} steps there is no end to these rows: {string.Join(", ", _gateway.Queue.Where(static row => row.State != ItemState.Failed))}");
        }
        else
        {
            End(violations);
        }

        var failed = _gateway.Queue.Count(static row => row.State == ItemState.Failed);
        return new HistoryResult(
            violations,
            System.Collections.Frozen.FrozenDictionary<string, string>.Empty,
            _fleet.All.Aggregate(TimeSpan.Zero, static (sum, process) => sum + process.Lived),
            _plan.Rows.Count - failed,
            failed,
            _faults,
            _time.Trace)
        {
            Last = [],
            Stages = System.Collections.Frozen.FrozenDictionary<string, string>.Empty,
        };
    }

    private bool IsEndless => _time.Steps > _simulation.MaxSteps;

    private void Prepare()
    {
        foreach (var row in _plan.Rows)
        {
            _time.After(row.WrittenAt, () => _gateway.Write(row));
        }

        for (var number = 0; number < _plan.Workers; number++)
        {
            _time.Soon(_fleet.Add);
        }

        foreach (var planned in _plan.Events)
        {
            _time.After(planned.At, () => Happen(planned));
        }

        if (_plan.NewVersionAt is { } at)
        {
            _time.After(at, () =>
            {
                // Old workers and new ones side by side.
                _fleet.Version = FunctionModel.Version(2);
                new VersionDeployer(_time.AddNode("deployer"), _network, _gateway).Start();
                _fleet.Deploy(TimeSpan.FromSeconds(40));
            });
        }

        _time.After(_plan.Calm, () => _network.Plan = NetworkPlan.Calm);
    }

    private void Happen(PlannedEvent planned)
    {
        var target = _fleet.Running.Count > 0 ? _fleet.Running[planned.Target % _fleet.Running.Count] : null;
        switch (planned.Fault)
        {
            case SimulatedFault.Outage:
                _network.BreakGateway(planned.Length);
                break;
            case SimulatedFault.Crash when target is not null:
                _faults.Add(planned.Fault);
                _fleet.Crash(target, planned.Length);
                break;
            case SimulatedFault.Freeze when target is { Node.IsFrozen: false }:
                _faults.Add(planned.Fault);
                _fleet.Freeze(target, planned.Length);
                break;
            case SimulatedFault.Deploy:
                _faults.Add(planned.Fault);
                _fleet.Deploy(planned.Length);
                break;
        }
    }

    // A look at all rows costs more than a step: once a second is enough.
    private bool IsOver()
    {
        if (_time.Elapsed < _plan.Calm || _time.Elapsed < _lookedAt + TimeSpan.FromSeconds(1))
        {
            return IsEndless;
        }

        _lookedAt = _time.Elapsed;
        var queue = _gateway.Queue;
        return IsEndless || (_gateway.CurrentVersion == LastVersion && _plan.Rows.All(row => FunctionRules.HasEnded(row, LastVersion, _gateway, queue)));
    }

    private void End(List<string> violations)
    {
        violations.AddRange(FunctionRules.OfRows(_plan, LastVersion, _gateway));
        _fleet.Stop();
        if (!_time.RunUntil(() => _fleet.Running.Count == 0, _time.Elapsed + (_plan.Options.Shutdown.Total * 2) + (_plan.Options.Lease * 4)))
        {
            violations.Add($"these workers never ended: {string.Join(", ", _fleet.Running.Select(static process => process.Node.Name))}");
        }

        violations.AddRange(FunctionRules.OfFleet(_fleet, _gateway, _faults, _time));
        violations.AddRange(FunctionRules.OfCalls(_plan, _workload, _faults));
    }
}
