namespace Hevlayer;

/// <summary>Settings of one call that differ from the client's own.</summary>
public sealed record CallOptions
{
    /// <summary>Name under which the options travel with the request.</summary>
    internal const string PropertyName = "hevlayer.call";

    /// <summary>The request-options key of <see cref="PropertyName"/>.</summary>
    internal static readonly HttpRequestOptionsKey<CallOptions> Key = new(PropertyName);

    /// <summary>Longest time one attempt may take, from its first byte sent to its last byte read.</summary>
    /// <value>Default: null, the client's <see cref="HevlayerClientOptions.AttemptTimeout"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not more than zero.</exception>
    public TimeSpan? AttemptTimeout { get; init => field = Checked(value, nameof(AttemptTimeout)); }

    /// <summary>Longest time the call may take with all its attempts and pauses.</summary>
    /// <value>Default: null, the client's <see cref="HevlayerClientOptions.TotalTimeout"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not more than zero.</exception>
    public TimeSpan? TotalTimeout { get; init => field = Checked(value, nameof(TotalTimeout)); }

    /// <summary>
    /// Called once with what the reply said beside its body, before the call returns; also for a reply that becomes an
    /// error. It runs on the caller's path, so it should only record it. An exception of it comes out of a call that went
    /// well; a call that failed keeps its own error, and the log tells of the other (event 3).
    /// </summary>
    /// <value>Default: null.</value>
    public Action<ResponseMetadata>? OnResponse { get; init; }

    /// <summary>
    /// Asked right before each attempt, the first and those after a pause included; false ends the call without sending
    /// anything more, with a <see cref="HevlayerException"/> that is not transient. What a call is allowed to do may end
    /// while it waits, as a lease does. It runs on the caller's path and should only read; what it throws comes out of the
    /// call as it is.
    /// </summary>
    /// <value>Default: null, nothing is asked.</value>
    public Func<bool>? MayAttempt { get; init; }

    /// <summary>
    /// Headers that are added to each request of the call at the gateway, in place of the client's own of the same names.
    /// Those that say who asks and what the body is, such as <c>Authorization</c> and <c>Content-Type</c>, are not allowed.
    /// </summary>
    /// <value>Default: null, none. The headers are copied.</value>
    /// <exception cref="ArgumentException">A name is not that of a header or not allowed, or a value is not one line of text.</exception>
    public IReadOnlyDictionary<string, string>? Headers { get; init => field = RequestHeaderRules.Checked(value, nameof(Headers)); }

    private static TimeSpan? Checked(TimeSpan? value, string name)
    {
        Require.Positive(value, name);
        return value;
    }
}
