namespace Hevlayer.Workers;

/// <summary>A batch took longer than it may.</summary>
/// <param name="limit">How long it may take.</param>
internal sealed class BatchTimeoutException(TimeSpan limit) : TimeoutException($"A batch was not embedded within {limit}.");
