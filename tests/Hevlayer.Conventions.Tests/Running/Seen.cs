namespace Hevlayer.Conventions.Tests;

/// <summary>Keeps what is reported, in order and at once.</summary>
internal sealed class Seen<T> : IProgress<T>
{
    public List<T> Reports { get; } = [];

    public void Report(T value) => Reports.Add(value);
}
