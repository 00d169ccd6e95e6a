namespace Hevlayer.Local;

/// <summary>What came of a look for sweeps that have become due; of several the greatest counts.</summary>
internal enum SweepOutcome
{
    /// <summary>No sweep was due.</summary>
    NotDue,

    /// <summary>It found nothing, and a later one finds nothing either until something else happens.</summary>
    FoundNothing,

    /// <summary>It found rows, or a later one may find some, because an index catches up.</summary>
    FoundSomething,
}
