namespace Hevlayer.Local;

/// <summary>A claim that its key did not allow. The time is in UTC ticks.</summary>
/// <param name="At">When.</param>
/// <param name="Status">401 or 403.</param>
internal sealed record RefusedClaim(long At, int Status);
