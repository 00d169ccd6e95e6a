using Hevlayer.Local;

namespace Hevlayer.Workers.Simulation;

/// <summary>What must hold of the end of each document.</summary>
internal static class DocumentRules
{
    /// <summary>What is wrong with the ends of documents.</summary>
    /// <param name="documents">The documents as they were staged last.</param>
    /// <param name="states">Where they are.</param>
    /// <param name="processes">All processes, which may have said why.</param>
    public static IEnumerable<string> Violations(IReadOnlyList<SimulatedDocument> documents, IReadOnlyList<DocumentState> states, IReadOnlyList<SimulatedProcess> processes)
    {
        var byId = documents.ToDictionary(static document => document.Id, StringComparer.Ordinal);
        return states.SelectMany(state => Of(byId[state.Id], state.Stage, [.. processes.Select(process => process.ReasonOf(state.Id)).OfType<string>()]));
    }

    private static IEnumerable<string> Of(SimulatedDocument document, string stage, IReadOnlyList<string> reasons)
    {
        var hasFailed = stage == DocumentStage.Failed.Value;
        if (hasFailed && document.Fault is null)
        {
            yield return $"{document.Id} is sound and was failed: {string.Join(", ", reasons)}";
        }

        if (document.IsDoomed && stage == DocumentStage.Indexed.Value)
        {
            yield return $"{document.Id} cannot be indexed and is";
        }

        // The gateway itself fails what it has lost.
        if (hasFailed && document.Fault != SimulatedFault.LostChunks && reasons.Count == 0)
        {
            yield return $"{document.Id} was failed without a reason";
        }
        else if (hasFailed && document.IsDoomed && TrueReasons(document.Fault) is { Length: > 0 } wanted && !reasons.Any(reason => wanted.Any(part => reason.Contains(part, StringComparison.Ordinal))))
        {
            yield return $"{document.Id} has the fault {document.Fault} and was failed with another reason: {string.Join(", ", reasons)}";
        }
    }

    /// <summary>Whether a reason tells of a fault.</summary>
    public static bool IsTrue(string reason, SimulatedFault? fault) =>
        TrueReasons(fault) is not { Length: > 0 } wanted || wanted.Any(part => reason.Contains(part, StringComparison.Ordinal));

    private static string[] TrueReasons(SimulatedFault? fault) => fault switch
    {
        SimulatedFault.Poison => ["is broken", "cancelled by a token", "took too long"],
        SimulatedFault.NoChunks => ["no chunks"],
        SimulatedFault.Killer => ["died"],
        SimulatedFault.BadVectors => ["vector"],
        SimulatedFault.BadRow => ["cannot be stored"],
        _ => [],
    };
}
