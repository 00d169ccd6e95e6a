namespace Hevlayer.Workers;

/// <summary>The texts of one document on their way through the batches. The lock of its batcher guards it.</summary>
/// <param name="texts">How many there are.</param>
/// <param name="isAlone">Whether they share no batch with another document.</param>
internal sealed class EmbeddingRequest(int texts, bool isAlone)
{
    private readonly TaskCompletionSource<ReadOnlyMemory<float>[]> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ReadOnlyMemory<float>[] _vectors = new ReadOnlyMemory<float>[texts];
    private int _missing = texts;

    public Task<ReadOnlyMemory<float>[]> Done => _done.Task;

    public bool IsAlone => isAlone;

    /// <summary>Whether nothing of it is wanted any more.</summary>
    public bool IsOver => _done.Task.IsCompleted;

    public void Set(int index, ReadOnlyMemory<float> vector)
    {
        _vectors[index] = vector;
        if (--_missing == 0)
        {
            _done.TrySetResult(_vectors);
        }
    }

    public void Fail(Exception exception) => _done.TrySetException(exception);

    public void Cancel(CancellationToken cancellationToken) => _done.TrySetCanceled(cancellationToken);
}
