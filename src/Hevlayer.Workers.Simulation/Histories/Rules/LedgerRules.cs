namespace Hevlayer.Workers.Simulation;

/// <summary>What must hold of the ledger of failed documents once all is quiet.</summary>
internal static class LedgerRules
{
    /// <summary>What is wrong with its rows.</summary>
    /// <param name="documents">The documents as they were staged last.</param>
    /// <param name="world">The world, with its ledger and where the documents are.</param>
    /// <param name="processes">All processes, which may have said that they could not write a row.</param>
    public static IEnumerable<string> Violations(IReadOnlyList<SimulatedDocument> documents, World world, IReadOnlyList<SimulatedProcess> processes)
    {
        var byId = documents.ToDictionary(static document => document.Id, StringComparer.Ordinal);
        foreach (var state in world.Gateway.Documents)
        {
            var row = world.Ledger.GetValueOrDefault(state.Id);
            if (row is not null && state.Stage == DocumentStage.Indexed.Value)
            {
                yield return $"{state.Id} is indexed, and the ledger says: {row.Reason}";
            }
            else if (state.Stage == DocumentStage.Failed.Value)
            {
                foreach (var violation in OfFailed(byId[state.Id], row, processes))
                {
                    yield return violation;
                }
            }
        }
    }

    private static IEnumerable<string> OfFailed(SimulatedDocument document, DocumentFailure? row, IReadOnlyList<SimulatedProcess> processes)
    {
        // The gateway itself fails what it has lost, and a worker that could not write says so.
        if (row is null && document.Fault != SimulatedFault.LostChunks && !processes.Any(process => process.HasMissed(document.Id)))
        {
            yield return $"{document.Id} has failed, and is not in the ledger";
        }
        else if (row is not null && document.IsDoomed && !DocumentRules.IsTrue(row.Reason, document.Fault))
        {
            yield return $"{document.Id} has the fault {document.Fault}, and the ledger says: {row.Reason}";
        }
    }
}
