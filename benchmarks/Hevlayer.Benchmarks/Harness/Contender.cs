namespace Hevlayer.Benchmarks;

/// <summary>One way to do the work that is compared.</summary>
/// <param name="Name">Name of its column.</param>
/// <param name="CallAsync">Does the work once.</param>
internal sealed record Contender(string Name, Func<Task> CallAsync);
