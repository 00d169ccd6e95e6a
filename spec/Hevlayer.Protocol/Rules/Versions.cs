namespace Hevlayer.Protocol;

/// <summary>Versions of rows are times; only their order matters, so a state holds their ranks.</summary>
internal static class Versions
{
    /// <summary>A version above all that are known of a document.</summary>
    public static int Next(Document document) => Used(document).DefaultIfEmpty().Max() + 1;

    /// <summary>
    /// The document when a worker that holds it takes a version above that of its rows: somebody who had lost the document
    /// read its chunks later, and wrote first.
    /// </summary>
    public static Document Raised(Document document, int worker)
    {
        var hold = document.Holds[worker];
        var found = document.Rows.All.Max(static row => row.Version);
        var spread = Renumbered(document, static version => 2 * version);
        return spread.With(worker, (hold with { Version = (2 * Math.Max(hold.Version, found)) + 1 }).To(Phase.Working));
    }

    /// <summary>
    /// The same document with the versions that still matter numbered from 1. Those of rows that no running attempt and no late
    /// call has between them count as one.
    /// </summary>
    public static Document Ranked(Document document)
    {
        var live = OfAttempts(document).ToHashSet();
        var ranks = new Dictionary<int, int>();
        var last = 0;
        var isInGap = false;
        foreach (var version in Used(document).Distinct().Order())
        {
            var isLive = live.Contains(version);
            last += isInGap && !isLive ? 0 : 1;
            isInGap = !isLive;
            ranks.Add(version, last);
        }

        return ranks.All(static rank => rank.Key == rank.Value) ? document : Renumbered(document, version => ranks.GetValueOrDefault(version));
    }

    private static Document Renumbered(Document document, Func<int, int> number) => document with
    {
        Rows = new(
            document.Rows.First with { Version = number(document.Rows.First.Version) },
            document.Rows.Second with { Version = number(document.Rows.Second.Version) }),
        Holds = new([.. document.Holds.Items.Select(hold => hold with { Version = number(hold.Version) })]),
        Orphans = new([.. document.Orphans.Items.Select(orphan => orphan with { Version = number(orphan.Version) })]),
    };

    private static IEnumerable<int> Used(Document document) =>
        OfAttempts(document).Concat(document.Rows.All.Select(static row => row.Version).Where(static version => version > 0));

    private static IEnumerable<int> OfAttempts(Document document) =>
        document.Holds.Items.Select(static hold => hold.Version)
            .Concat(document.Orphans.Items.Select(static orphan => orphan.Version))
            .Where(static version => version > 0);
}
