using System.Net;
using Hevlayer.Local;

namespace Hevlayer.Workers.Simulation;

/// <summary>Writes that the gateway refuses: for a row that it does not take, or because there are too many.</summary>
/// <param name="documents">The documents, some of which have such rows.</param>
/// <param name="network">Says how many writes are too many.</param>
/// <param name="faults">Counts the refusals.</param>
internal sealed class RowRefusals(IEnumerable<SimulatedDocument> documents, SimulatedNetwork network, FaultCount faults)
{
    private readonly HashSet<string> _bad = documents.Where(static document => document.Fault == SimulatedFault.BadRow).Select(static document => document.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>Refuses a write, with all that is in it.</summary>
    /// <param name="documentIds">The documents whose rows it has.</param>
    /// <exception cref="GatewayFault">It is refused.</exception>
    public void Look(IEnumerable<string> documentIds)
    {
        if (network.Happens(network.Plan.Throttles, SimulatedFault.Throttle))
        {
            throw new GatewayFault(HttpStatusCode.TooManyRequests, "upstream_error", "There are too many writes.");
        }

        if (documentIds.Any(_bad.Contains))
        {
            faults.Add(SimulatedFault.BadRow);
            throw new GatewayFault(HttpStatusCode.UnprocessableEntity, "validation_error", "A row cannot be stored.");
        }
    }
}
