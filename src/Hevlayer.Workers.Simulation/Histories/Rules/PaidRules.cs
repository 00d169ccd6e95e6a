namespace Hevlayer.Workers.Simulation;

/// <summary>What may be paid to the model where nothing goes wrong but that processes are killed.</summary>
internal static class PaidRules
{
    /// <summary>
    /// Each text of a document is embedded once, and once more at most when the process that held the document was killed.
    /// Other trouble, and documents that are staged more than once, may cost more.
    /// </summary>
    /// <param name="result">How the history ended.</param>
    /// <param name="plan">The plan that it ran by.</param>
    public static IEnumerable<string> Violations(HistoryResult result, HistoryPlan plan)
    {
        if (plan.Messages.Count > 0 || Enum.GetValues<SimulatedFault>().Any(fault => fault != SimulatedFault.Crash && result.Faults[fault] > 0))
        {
            yield break;
        }

        var least = result.Last.Sum(document => Texts(document, plan));
        if (result.Paid < least || result.Paid > least + result.LostWork)
        {
            yield return $"{result.Paid} texts were embedded, and the documents have {least}, of which processes had {result.LostWork} when they were killed";
        }
    }

    private static long Texts(SimulatedDocument document, HistoryPlan plan) => Oracle.HasContentIds(plan)
        ? document.Chunks.Select(static chunk => chunk.Text).Distinct(StringComparer.Ordinal).LongCount()
        : document.Chunks.Count;
}
