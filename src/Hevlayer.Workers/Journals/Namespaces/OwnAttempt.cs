namespace Hevlayer.Workers;

/// <summary>An attempt that this process has begun. A value.</summary>
/// <param name="Holder">Who holds the lease.</param>
/// <param name="BegunAt">When it began, in milliseconds since 1970.</param>
internal readonly record struct OwnAttempt(string Holder, long BegunAt)
{
    public bool IsOf(AttemptRow row) => row.Record.Holder == Holder && row.BegunAt == BegunAt;
}
