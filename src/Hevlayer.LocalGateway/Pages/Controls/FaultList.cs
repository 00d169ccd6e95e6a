namespace Hevlayer.Local;

/// <summary>The page of faults.</summary>
internal sealed record FaultList(IReadOnlyList<FaultView> Faults);
