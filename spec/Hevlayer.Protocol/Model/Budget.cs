namespace Hevlayer.Protocol;

/// <summary>The faults that may still happen, and the workers that stand still now.</summary>
/// <param name="Crashes">Crashes of a process.</param>
/// <param name="Freezes">Times at which a process stands still.</param>
/// <param name="Losses">Messages that are lost, or later than a lease.</param>
/// <param name="Changes">Times at which a producer stages a document again, or deletes it.</param>
/// <param name="Failures">Handlers that give a document up; one without chunks fails for nothing.</param>
/// <param name="Releases">Documents that a worker gives back.</param>
/// <param name="Frozen">The frozen workers, one bit each.</param>
internal readonly record struct Budget(int Crashes, int Freezes, int Losses, int Changes, int Failures, int Releases, int Frozen = 0)
{
    /// <summary>As many as come.</summary>
    public const int Unlimited = -1;

    public static Budget Endless { get; } = new(Unlimited, Unlimited, Unlimited, Unlimited, Unlimited, Unlimited);

    public bool IsFrozen(int worker) => (Frozen & (1 << worker)) != 0;

    public Budget WithFrozen(int worker, bool isFrozen) =>
        this with { Frozen = isFrozen ? Frozen | (1 << worker) : Frozen & ~(1 << worker) };

    /// <summary>A budget with one less; null when it is used up.</summary>
    public static int? Spend(int left) => left switch
    {
        Unlimited => Unlimited,
        0 => null,
        _ => left - 1,
    };
}
