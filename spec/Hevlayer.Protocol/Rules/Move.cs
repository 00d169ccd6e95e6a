namespace Hevlayer.Protocol;

/// <summary>One step of one document.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Worker">The worker; -1 where none is concerned.</param>
/// <param name="Next">The document afterwards.</param>
/// <param name="Budget">The faults that are left afterwards.</param>
internal readonly record struct Move(ActionKind Kind, int Worker, Document Next, Budget Budget);
