using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Hevlayer.Indexer.Tests;

/// <summary>Kills, freezes and ends workers of a fleet, and replaces those that are gone.</summary>
internal sealed partial class Chaos(Fleet fleet, IReadOnlyList<string> documentIds, Func<WorkerKind, Worker> start, Random random)
{
    // Longer than the leases of documents and messages, so that others have taken over before the frozen one wakes up.
    private static readonly TimeSpan Frozen = Fleet.Lease * 1.3;

    // A machine under load starts and ends processes late.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    private const int MostLooks = 20;

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, Worker> _frozen = new(StringComparer.Ordinal);
    private readonly List<Task> _thaws = [];

    public ChaosFigures Figures { get; } = new();

    /// <summary>Does one thing to one worker of a kind, to one that holds documents if there is such a one.</summary>
    public async Task ActAsync(ChaosAct act, WorkerKind kind, CancellationToken cancellationToken)
    {
        var victim = await ChooseAsync(kind, cancellationToken);
        switch (act)
        {
            case ChaosAct.Kill:
                await KillAsync(victim, cancellationToken);
                break;
            case ChaosAct.Freeze:
                await FreezeAsync(victim, cancellationToken);
                break;
            default:
                await EndAsync(victim, cancellationToken);
                start(victim.Kind);
                break;
        }
    }

    /// <summary>Ends a worker as a deployment does, and looks what it has left behind.</summary>
    public async Task EndAsync(Worker worker, CancellationToken cancellationToken)
    {
        await worker.Program.SpeaksAsync(cancellationToken);
        var started = TimeProvider.System.GetTimestamp();
        var code = await worker.Program.TerminateAsync(Fleet.DrainLimit + Slack, cancellationToken);
        Assert.True(code == 0, $"{worker.Id} ended with {code}:\n{worker.Program.Output}");
        var took = TimeProvider.System.GetElapsedTime(started);
        Figures.Terms++;
        Figures.SlowestEnd = took > Figures.SlowestEnd ? took : Figures.SlowestEnd;

        // What the worker took for lost, because the machine was too slow for its heartbeats, it must not touch any more.
        var lost = LostLease().Matches(worker.Program.Output).Select(static match => match.Groups[1].Value);
        if (await HeldByAsync(worker, [.. documentIds.Except(lost)], cancellationToken) is > 0 and var held)
        {
            Figures.HeldAfterEnd += held;
            Figures.LeftBehind.Add($"{worker.Id} ended and left {held} documents held:\n{worker.Program.Output}");
        }
    }

    /// <summary>Ends when no worker is frozen any more.</summary>
    public Task ThawAsync() => Task.WhenAll(_thaws);

    private async Task<Worker> ChooseAsync(WorkerKind kind, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            var awake = fleet.Workers.Where(worker => worker.Kind == kind && !_frozen.ContainsKey(worker.Id)).ToArray();
            random.Shuffle(awake);
            foreach (var worker in awake)
            {
                // Extract workers hold messages, and nobody can tell whose.
                if (look > MostLooks || kind == WorkerKind.ExtractChunk || await HeldByAsync(worker, documentIds, cancellationToken) > 0)
                {
                    return worker;
                }
            }

            await Eventually.PauseAsync(LookInterval, cancellationToken);
        }
    }

    private async Task KillAsync(Worker worker, CancellationToken cancellationToken)
    {
        await worker.Program.SignalAsync("KILL", cancellationToken);
        await CountMessagesAsync(worker, cancellationToken);
        await worker.Program.EndAsync(Slack, cancellationToken);
        Figures.Kills++;
        Figures.HeldAtDeath += await HeldByAsync(worker, documentIds, cancellationToken);
        start(worker.Kind);
    }

    private async Task FreezeAsync(Worker worker, CancellationToken cancellationToken)
    {
        await worker.Program.SignalAsync("STOP", cancellationToken);
        await CountMessagesAsync(worker, cancellationToken);
        _frozen[worker.Id] = worker;
        Figures.Pauses++;
        Figures.HeldWhenFrozen += await HeldByAsync(worker, documentIds, cancellationToken);
        _thaws.Add(ThawAsync(worker, cancellationToken));
    }

    private async Task CountMessagesAsync(Worker worker, CancellationToken cancellationToken) =>
        Figures.MessagesInHand += worker.Kind == WorkerKind.ExtractChunk ? (await fleet.Queue.CountAsync(cancellationToken)).Held : 0;

    private async Task ThawAsync(Worker worker, CancellationToken cancellationToken)
    {
        await Eventually.PauseAsync(Frozen, cancellationToken);
        await worker.Program.SignalAsync("CONT", cancellationToken);
        _frozen.TryRemove(worker.Id, out _);
    }

    // Each claim of a worker has a holder of its own.
    private async Task<long> HeldByAsync(Worker worker, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        long held = 0;
        foreach (var holder in Claim().Matches(worker.Program.Output).Select(static match => match.Groups[1].Value).Distinct(StringComparer.Ordinal))
        {
            held += await fleet.Gateway.HeldByAsync(holder, ids, cancellationToken);
        }

        return held;
    }

    [GeneratedRegex(@"Holder (\S+) has claimed \d+ documents\.")]
    private static partial Regex Claim();

    [GeneratedRegex("The lease of document (.+) is lost")]
    private static partial Regex LostLease();
}
