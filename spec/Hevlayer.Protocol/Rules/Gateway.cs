namespace Hevlayer.Protocol;

/// <summary>What the gateway does with a call that arrives.</summary>
/// <param name="mutant">What is done wrong.</param>
internal sealed class Gateway(Mutant mutant)
{
    /// <summary>Writes rows where no newer ones are, and takes the older ones of the document away; false when some were kept out.</summary>
    public (Document Document, bool IsWhole) Write(Document document, Content content, int version)
    {
        var rows = mutant is Mutant.OlderRowsStay or Mutant.PutVectors ? document.Rows : document.Rows.Without(row => row.Version < version);
        var isWhole = true;
        foreach (var place in Rows.PlacesOf(content))
        {
            if (rows[place].Version <= version || mutant is Mutant.NoVersionCondition or Mutant.PutVectors)
            {
                rows = rows.With(place, new(content, version));
            }
            else
            {
                isWhole = false;
            }
        }

        document = document with { Rows = rows };
        return (mutant == Mutant.PutVectors ? Moved(document, Stage.Indexed) : document, isWhole);
    }

    /// <summary>Ends a hold when the document is the caller's; null when it is not.</summary>
    /// <param name="document">The document.</param>
    /// <param name="target">The stage it is to get to.</param>
    /// <param name="isHolder">Whether the caller is its holder.</param>
    public Document? End(Document document, Stage target, bool isHolder)
    {
        var isUnguarded = mutant == Mutant.NoGuard
            || (mutant == Mutant.UnguardedRelease && target == Stage.Pending)
            || (mutant == Mutant.UnguardedFailure && target == Stage.Failed);
        var passes = isUnguarded || (document.Stage == Stage.Embedding && (isHolder || mutant == Mutant.NoHolderGuard));
        return passes ? Moved(document, target) : null;
    }

    /// <summary>Renews a lease; null when the document is not the caller's.</summary>
    public Document? Renew(Document document, int worker) => document switch
    {
        _ when document.IsHeldBy(worker) => document,
        { Stage: Stage.Pending or Stage.Embedding } when mutant == Mutant.RenewalAfterExpiry =>
            document with { Stage = Stage.Embedding, Holder = Holder.Of(worker) },
        _ => null,
    };

    /// <summary>Whether a late call of a dead process passes for its holder's.</summary>
    public bool IsHolder(Document document, Orphan orphan) =>
        document.Holder == Holder.Crashed || (mutant == Mutant.OneHolderPerWorker && document.IsHeldBy(orphan.Worker));

    public static Document Moved(Document document, Stage stage) => document with { Stage = stage, Holder = Holder.Nobody };
}
