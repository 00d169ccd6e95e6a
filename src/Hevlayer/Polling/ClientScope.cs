namespace Hevlayer;

/// <summary>What the client's verbs and handles share: the operations, and what holds for all of their calls.</summary>
/// <param name="Api">Every operation.</param>
/// <param name="Clock">Clock of waits.</param>
/// <param name="Polling">Intervals of waits.</param>
/// <param name="TotalTimeout">Longest time of a call that has no limit of its own.</param>
/// <param name="WithoutKeys">Takes the keys out of a text of the gateway.</param>
/// <param name="Call">Options of each call; null for the client's own.</param>
internal sealed record ClientScope(
    IHevlayerApi Api,
    TimeProvider Clock,
    HevlayerPollingOptions Polling,
    TimeSpan TotalTimeout,
    Func<string, string> WithoutKeys,
    CallOptions? Call = null)
{
    /// <summary>Longest time of a call of this scope.</summary>
    public TimeSpan CallTimeout => Call?.TotalTimeout ?? TotalTimeout;

    /// <summary>A scope over operations alone, such as a stand-in of a test.</summary>
    public static ClientScope Over(IHevlayerApi api, TimeProvider? clock)
    {
        ArgumentNullException.ThrowIfNull(api);
        var options = new HevlayerClientOptions();
        return new(api, clock ?? options.TimeProvider, options.Polling, options.TotalTimeout, static text => text);
    }

    /// <summary>The same scope with other options for its calls.</summary>
    public ClientScope With(CallOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return this with { Call = options };
    }
}
