using System.Collections.Concurrent;
using System.Net;

namespace Hevlayer.Local;

/// <summary>Counts the requests of each route by the status of their answers. Thread safe.</summary>
internal sealed class RequestMeter(TimeProvider clock)
{
    private readonly ConcurrentDictionary<(GatewayOperation Operation, HttpStatusCode Status), CounterSeries> _counters = new();

    public IEnumerable<(GatewayOperation Operation, HttpStatusCode Status, CounterSeries Counter)> All =>
        _counters.Select(counter => (counter.Key.Operation, counter.Key.Status, counter.Value))
            .OrderBy(counter => counter.Operation.Route, StringComparer.Ordinal)
            .ThenBy(counter => counter.Operation.Method.Method, StringComparer.Ordinal)
            .ThenBy(counter => counter.Status);

    public void Note(GatewayOperation operation, HttpStatusCode status) =>
        _counters.GetOrAdd((operation, status), static _ => new()).Add(1, clock.GetUtcNow().UtcTicks);

    /// <summary>How many requests of a kind were answered well in a time, its beginning excluded.</summary>
    public long Between(Func<GatewayOperation, bool> kind, long afterTicks, long upToTicks) =>
        All.Where(counter => (int)counter.Status < 400 && kind(counter.Operation)).Sum(counter => counter.Counter.At(upToTicks) - counter.Counter.At(afterTicks));
}
