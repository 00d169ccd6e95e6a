using Hevlayer.Local;

namespace Hevlayer.Workers.Simulation;

/// <summary>What must hold of the end of each message.</summary>
internal static class MessageViolations
{
    /// <summary>What is wrong with the ends of messages.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="states">Where the documents are.</param>
    public static IEnumerable<string> Of(SimulatedQueue queue, IReadOnlyList<DocumentState> states)
    {
        var staged = states.Select(static state => state.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (message, deadReason) in queue.All)
        {
            var id = message.Document.Id;
            if (deadReason is null && !staged.Contains(id))
            {
                yield return $"the message of {id} was acknowledged, and the document is not staged";
            }

            if (deadReason is not null && message.Fault is null)
            {
                yield return $"the message of {id} is sound and a dead letter: {deadReason}";
            }

            if (deadReason is null && message.IsDoomed)
            {
                yield return $"the message of {id} cannot be staged, and was acknowledged";
            }

            if (deadReason is not null && !deadReason.Contains(message.Fault == SimulatedFault.NoChunks ? "not JSON" : "is broken", StringComparison.Ordinal))
            {
                yield return $"the message of {id} is a dead letter with another reason than its own: {deadReason}";
            }
        }
    }
}
