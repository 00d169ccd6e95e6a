using System.Net;

namespace Hevlayer.Wire.Tests.Faults;

/// <summary>One way for a call to go wrong, and what the client has to make of it.</summary>
internal sealed record Fault
{
    public required string Name { get; init; }

    /// <summary>How the server answers, made from the reply it would give in good health.</summary>
    public required Func<GoodReply, Reply> Reply { get; init; }

    /// <summary>Exact type of the error; null when the call has to succeed all the same.</summary>
    public required Type? Error { get; init; }

    public required Repeats Repeats { get; init; }

    public HttpStatusCode? Status { get; init; }

    public EndedBy EndedBy { get; init; }

    /// <summary>Nobody listens.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>Raw bytes are taken as they come: nothing tells that these are the wrong ones.</summary>
    public bool PassesAsBytes { get; init; }

    /// <summary>The reply is complete HTTP, so that its connection may serve the next request.</summary>
    public bool LeavesConnectionUsable { get; init; }

    /// <summary>The reply begins well and breaks in its body.</summary>
    public bool BreaksTheBody { get; init; }

    public bool Fails(GatewayOperation operation) => Error is not null && !(PassesAsBytes && operation.RepliesWithBytes);

    public bool IsRepeated(GatewayOperation operation) =>
        Repeats == Repeats.Always || (Repeats == Repeats.WhenSafe && operation.IsIdempotent);

    public override string ToString() => Name;
}
