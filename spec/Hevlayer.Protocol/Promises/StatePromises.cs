namespace Hevlayer.Protocol;

/// <summary>What must hold of a document at every moment, and when it has ended.</summary>
internal static class StatePromises
{
    /// <summary>The promise that is broken; none when all hold.</summary>
    public static Promise Broken(Document document)
    {
        if (document.Holder != Holder.Nobody != (document.Stage == Stage.Embedding))
        {
            return Promise.HeldOnlyInItsStage;
        }

        if (document.Stage != Stage.Indexed)
        {
            return Promise.None;
        }

        return !document.Rows.Hold(document.Newest) || document.Newest == Content.Empty ? Promise.NewestIsIndexed
            : Leftovers(document).Any(row => !IsSought(document, row)) ? Promise.LeftoversAreSought
            : Promise.None;
    }

    /// <summary>Whether nothing is left to do for a document.</summary>
    public static bool HasEnded(Document document) =>
        document is { IsAbandoned: false, Stage: Stage.Indexed or Stage.Failed }
        && document.Orphans.Items.IsEmpty
        && document.Holds.Items.All(static hold => hold.Phase == Phase.Idle);

    /// <summary>Rows of something older than what was staged last.</summary>
    private static IEnumerable<Row> Leftovers(Document document) =>
        document.Rows.All.Where(row => row.Exists && row.Content != document.Newest);

    private static bool IsSought(Document document, Row row) =>
        document.IsAbandoned || document.Holds.Items.Any(hold => hold.HasWritten && hold.Version == row.Version);
}
