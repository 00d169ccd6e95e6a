using System.Net;

namespace Hevlayer.Local;

/// <summary>
/// A fault on demand: which calls of a <see cref="LocalGateway"/> it strikes, how often, and what it does to them.
/// Conditions that are not set match every call. Keys are checked after it, as behind a failing proxy.
/// </summary>
public sealed record InjectedFault
{
    /// <summary>Id of the operation in the contract, such as <c>claimDocuments</c>; see <see cref="GatewayOperations"/>.</summary>
    /// <value>The default value is null: any operation.</value>
    public string? Operation { get; init; }

    /// <summary>Namespace in the route of the call.</summary>
    /// <value>The default value is null: any call.</value>
    public string? Namespace { get; init; }

    /// <summary>Pipeline in the route of the call.</summary>
    /// <value>The default value is null: any call.</value>
    public string? Pipeline { get; init; }

    /// <summary>Document in the route of the call, or among the <c>document_ids</c> or <c>ids</c> of its body.</summary>
    /// <value>The default value is null: any call.</value>
    public string? Document { get; init; }

    /// <summary>Share of the matching calls that are struck, above 0 and up to 1.</summary>
    /// <value>The default value is 1: each of them.</value>
    public double Probability { get; init; } = 1;

    /// <summary>Seed of the random choice: the same calls in the same order are struck.</summary>
    /// <value>The default value is 0.</value>
    public int Seed { get; init; }

    /// <summary>Most calls that are struck, at least 1; after that the fault stays in the list and does nothing.</summary>
    /// <value>The default value is null: no limit.</value>
    public int? Count { get; init; }

    /// <summary>What happens to a call that is struck.</summary>
    /// <value>The default value is <see cref="FaultEffect.Status"/>.</value>
    public FaultEffect Effect { get; init; }

    /// <summary>Status of <see cref="FaultEffect.Status"/>, from 200 to 599.</summary>
    /// <value>The default value is 503.</value>
    public HttpStatusCode Status { get; init; } = HttpStatusCode.ServiceUnavailable;

    /// <summary>Text of the reply's body, for <see cref="FaultEffect.Status"/> and <see cref="FaultEffect.ContentType"/>.</summary>
    /// <value>The default value is null: an error body of the contract with the code <c>injected_fault</c>, or the real body.</value>
    public string? Body { get; init; }

    /// <summary>Content type of the reply, for <see cref="FaultEffect.Status"/> and <see cref="FaultEffect.ContentType"/>.</summary>
    /// <value>The default value is null: that of the contract, or <c>text/html</c> for <see cref="FaultEffect.ContentType"/>.</value>
    public string? ContentType { get; init; }

    /// <summary>What the header <c>Retry-After</c> says, in whole seconds, rounded up.</summary>
    /// <value>The default value is null: no such header.</value>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Time by the gateway's clock before the call is begun, whatever the effect.</summary>
    /// <value>The default value is zero.</value>
    public TimeSpan Delay { get; init; }
}
