namespace Hevlayer.Tests.Handles;

/// <summary>One helper, called once, and the one request that it must send.</summary>
/// <param name="Operation">Operation whose minimal reply is given.</param>
/// <param name="Request">Method and target on the wire.</param>
/// <param name="Body">JSON on the wire; null for no body.</param>
/// <param name="Call">The call.</param>
internal sealed record HelperCase(string Operation, string Request, string? Body, Func<HevlayerClient, Task> Call)
{
    /// <summary>Headers for the search history, each as <c>name: value</c>; no other ones may be sent.</summary>
    public IReadOnlyList<string> SearchHeaders { get; init; } = [];
}
