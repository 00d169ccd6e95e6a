namespace Hevlayer.Local;

/// <summary>The page of requests.</summary>
/// <param name="IsOn">Whether requests are noted.</param>
/// <param name="Requests">The newest, the newest first.</param>
internal sealed record RequestList(bool IsOn, IReadOnlyList<RequestView> Requests);
