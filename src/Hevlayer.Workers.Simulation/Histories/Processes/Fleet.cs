using System.Globalization;

namespace Hevlayer.Workers.Simulation;

/// <summary>The processes of a history: how they come, stand still, die, are replaced and end.</summary>
internal sealed class Fleet(World world, HistoryPlan plan, HandlerMaker handlers, SimulatedQueue queue)
{
    private static readonly TimeSpan Vacancy = TimeSpan.FromSeconds(10);

    private readonly Dictionary<ProcessRole, List<AttemptRecords>> _disks = Enum.GetValues<ProcessRole>().ToDictionary(static role => role, static _ => new List<AttemptRecords>());
    private readonly List<SimulatedProcess> _running = [];
    private readonly List<SimulatedProcess> _all = [];
    private bool _isEnding;

    /// <summary>Processes that have not ended.</summary>
    public IReadOnlyList<SimulatedProcess> Running => _running;

    /// <summary>All that ever were.</summary>
    public IReadOnlyList<SimulatedProcess> All => _all;

    /// <summary>Time of all processes together.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>Disks of the last workers: each counts the crashes of its own.</summary>
    public int Disks { get; private set; }

    /// <summary>Whether a disk that no process has says that somebody has to look.</summary>
    public bool HasVacancy => _disks.Values.Any(static disks => disks.Exists(IsOpen));

    /// <summary>Starts a process.</summary>
    public void Add(ProcessRole role) => Add(role, TakeDisk(role));

    private void Add(ProcessRole role, AttemptRecords disk)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{NameOf(role)}-{_all.Count}");
        var process = Make(role, world.Time.AddNode(name), name, disk);
        var began = world.Time.Elapsed;
        _all.Add(process);
        _running.Add(process);
        process.Start(ended =>
        {
            Time += world.Time.Elapsed - began;
            _running.Remove(ended);
            KeepDisk(ended);
            Succeed(ended);
            world.Violations.AddRange(ended.EndViolations(world));
        });
        if (_isEnding)
        {
            process.Stop();
        }
    }

    /// <summary>Kills a process. Whoever takes its place, after a time, finds its disk.</summary>
    public void Crash(SimulatedProcess process, TimeSpan length)
    {
        if (_running.Remove(process))
        {
            process.Node.Kill();
            world.LostWork += TextsHeldBy(process);
            KeepDisk(process);
            world.Time.After(length, () => Replace(process));
        }
    }

    /// <summary>Stops a process for a time.</summary>
    public void Freeze(SimulatedProcess process, TimeSpan length)
    {
        process.Node.Freeze();
        world.Time.After(length, () =>
        {
            process.Node.Thaw();
            process.StoodStill += length;
        });
    }

    /// <summary>Replaces all processes, one after another.</summary>
    public void Deploy(TimeSpan length)
    {
        var old = _running.ToList();
        for (var number = 0; number < old.Count; number++)
        {
            var process = old[number];
            world.Time.After(length * ((double)number / old.Count), () =>
            {
                Add(process.Role);
                process.Stop();
            });
        }
    }

    /// <summary>Has all processes end, and those that come yet.</summary>
    public void Stop()
    {
        _isEnding = true;
        _running.ForEach(static process => process.Stop());
    }

    /// <summary>The stages that a holder's documents come from and are in.</summary>
    public (DocumentStage Stage, DocumentStage ClaimStage) StagesOf(string holder) =>
        _all.OfType<SimulatedWorker>().First(worker => worker.Options.WorkerId == Grants.WorkerOf(holder)).Options is var options ? (options.Stage, options.ClaimStage) : default;

    // The next of a rolling deployment has begun before this one ended, with a disk of its own.
    private void Succeed(SimulatedProcess process)
    {
        if (process.Disk is { } disk && IsOpen(disk) && !_isEnding)
        {
            world.Time.After(Vacancy, () =>
            {
                if (_disks[process.Role].Contains(disk))
                {
                    Replace(process);
                }
            });
        }
    }

    private void Replace(SimulatedProcess process) =>
        Add(process.Role, process.Disk is { } disk && _disks[process.Role].Remove(disk) ? disk : TakeDisk(process.Role));

    private SimulatedProcess Make(ProcessRole role, SimulatedNode node, string name, AttemptRecords disk) => role == ProcessRole.Source
        ? new SimulatedSourceWorker(node, world, plan.Sources!.Options, queue)
        : new SimulatedWorker(
            role,
            node,
            world,
            WorkerOptions.Of(plan.Options, name, plan.StageOf(role), plan.ClaimStageOf(role)),
            worker => handlers.Make(worker, () => Crash(worker, TimeSpan.FromSeconds(world.Random.Next(60)))),
            new FailureBook(),
            disk);

    private long TextsHeldBy(SimulatedProcess process)
    {
        var held = world.Gateway.Documents.Where(document => document.WorkerId is { } holder && Grants.WorkerOf(holder) == process.Node.Name).Select(static document => document.Id).ToHashSet(StringComparer.Ordinal);
        return plan.Documents.Where(document => held.Contains(document.Id)).Sum(static document => document.Chunks.Count);
    }

    private AttemptRecords TakeDisk(ProcessRole role)
    {
        if (_disks[role] is [.., var disk])
        {
            _disks[role].Remove(disk);
            return disk;
        }

        Disks += role == ProcessRole.Indexer ? 1 : 0;
        return new AttemptRecords();
    }

    private void KeepDisk(SimulatedProcess process)
    {
        if (process.Disk is { } disk)
        {
            _disks[process.Role].Add(disk);
        }
    }

    private static bool IsOpen(AttemptRecords disk) => disk.Kept().Any(static kept => kept.Kind != AttemptEventKind.KeptClosed);

    private static string NameOf(ProcessRole role) => role switch
    {
        ProcessRole.Relay => "relay",
        ProcessRole.Source => "source",
        _ => "worker",
    };
}
