namespace Hevlayer.Workers;

/// <summary>Decides which of the documents that wait go into the next call.</summary>
internal static class CallPacker
{
    /// <summary>
    /// Those that go together, the first one among them, and whether the call is full. One that is larger than the limits is
    /// a call by itself; so is one that must be alone. No document is in a call twice.
    /// </summary>
    /// <param name="waiting">What waits, the oldest first; at least one.</param>
    /// <param name="limits">The most that a call takes.</param>
    public static (IReadOnlyList<SharedCall<TContent, TResult>> Calls, bool IsFull) Pack<TContent, TResult>(IReadOnlyList<SharedCall<TContent, TResult>> waiting, CallSize limits)
    {
        var first = waiting[0];
        List<SharedCall<TContent, TResult>> together = [first];
        if (first.IsAlone)
        {
            return (together, true);
        }

        var documents = new HashSet<string>(StringComparer.Ordinal) { first.DocumentId };
        var (items, bytes) = (first.Size.Items, first.Size.Bytes);
        foreach (var call in waiting.Skip(1).Where(static call => !call.IsAlone))
        {
            if (call.Size.Items > limits.Items - items || call.Size.Bytes > limits.Bytes - bytes)
            {
                return (together, true);
            }

            if (documents.Add(call.DocumentId))
            {
                together.Add(call);
                items += call.Size.Items;
                bytes += call.Size.Bytes;
            }
        }

        return (together, items >= limits.Items || bytes >= limits.Bytes);
    }
}
