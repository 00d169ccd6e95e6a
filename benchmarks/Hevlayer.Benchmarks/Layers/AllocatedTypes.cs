using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace Hevlayer.Benchmarks;

/// <summary>Which types take up the memory that is allocated, by the runtime's own samples.</summary>
internal sealed class AllocatedTypes : EventListener
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";
    private const EventKeywords Collector = (EventKeywords)1;
    private const string Sample = "GCAllocationTick_V4";
    private const int TypeName = 5;

    private readonly ConcurrentDictionary<string, int> _samples = new(StringComparer.Ordinal);

    /// <summary>The types, the largest share first.</summary>
    public IReadOnlyList<(string Type, double Share)> Shares()
    {
        double all = _samples.Values.Sum();
        return [.. _samples.OrderByDescending(static type => type.Value).Select(type => (type.Key, type.Value / all))];
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Runtime)
        {
            EnableEvents(eventSource, EventLevel.Verbose, Collector);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName == Sample)
        {
            _samples.AddOrUpdate((string)eventData.Payload![TypeName]!, 1, static (_, count) => count + 1);
        }
    }
}
