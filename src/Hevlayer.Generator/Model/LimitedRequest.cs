namespace Hevlayer.Generator.Model;

/// <summary>A request body or an operation with members that have limits.</summary>
/// <param name="Name">Name of the class that holds the limits.</param>
/// <param name="Reference">What they are limits of, as a cref.</param>
/// <param name="Members">The members that have limits, in the contract's order.</param>
internal sealed record LimitedRequest(string Name, string Reference, IReadOnlyList<LimitedMember> Members);
