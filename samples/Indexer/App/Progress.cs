namespace Hevlayer.Indexer;

/// <summary>Progress that is told at once, on the thread that reports it.</summary>
internal sealed class Progress<T>(Action<T> tell) : IProgress<T>
{
    public void Report(T value) => tell(value);
}
