namespace Hevlayer.Protocol;

/// <summary>One worker's work on one document.</summary>
/// <param name="Phase">How far it is.</param>
/// <param name="Lease">What time has done to its lease.</param>
/// <param name="Content">What was read; none where it no longer matters.</param>
/// <param name="Version">Version of the attempt, as a rank; 0 where it no longer matters.</param>
/// <param name="HasWritten">Whether rows of the attempt may be in the index.</param>
/// <param name="Target">The stage that the call which ends the hold leads to.</param>
internal readonly record struct Hold(Phase Phase, Lease Lease = Lease.None, Content Content = Content.None, int Version = 0, bool HasWritten = false, Stage Target = Stage.None)
{
    /// <summary>Whether a lease matters in this phase.</summary>
    public bool IsUnderLease => Phase is > Phase.Idle and < Phase.Lost;

    /// <summary>Whether the worker relies on the lease.</summary>
    public bool IsSafe => Lease is Lease.Safe or Lease.Mistaken;

    /// <summary>Whether a version belongs to this phase.</summary>
    public bool HasVersion => Phase switch
    {
        >= Phase.Working and <= Phase.Written or Phase.Lost or Phase.Deleting => true,
        >= Phase.Ending and <= Phase.Asking => HasWritten,
        _ => false,
    };

    private bool HasContent => (HasVersion && Phase != Phase.Deleting) || (IsUnderLease && Target == Stage.Failed);

    /// <summary>The same hold in another phase; what does not matter there is forgotten, so that equal futures are equal states.</summary>
    public Hold To(Phase phase)
    {
        if (phase is Phase.Idle or Phase.PuttingBack)
        {
            return new(phase);
        }

        var next = this with { Phase = phase };
        next = next.IsUnderLease ? next : next with { Lease = Lease.None, Target = Stage.None };
        next = next.HasVersion ? next : next with { Version = 0 };
        return next.HasContent ? next : next with { Content = Content.None };
    }

    /// <summary>What becomes of a hold on a document that cannot be indexed.</summary>
    public Hold Failed() => (this with { Target = Stage.Failed }).To(Phase.Ending);

    /// <summary>What becomes of a hold that is lost: whoever may have written has to look.</summary>
    public Hold Lose() => To(HasWritten ? Phase.Lost : Phase.Idle);
}
