namespace Hevlayer.Workers;

/// <summary>Failures for one reason.</summary>
/// <param name="Kind">Whose fault it was, as in <see cref="DocumentFailure.Kind"/>.</param>
/// <param name="Reason">The reason, with <c>…</c> for ids and quoted texts and <c>#</c> for numbers, in which such reasons differ.</param>
/// <param name="Count">Documents.</param>
/// <param name="FirstAt">When the first of them failed first.</param>
/// <param name="LastAt">When the last of them failed last.</param>
/// <param name="Example">The one that failed last.</param>
public sealed record FailureGroup(string Kind, string Reason, int Count, DateTimeOffset FirstAt, DateTimeOffset LastAt, DocumentFailure Example);
