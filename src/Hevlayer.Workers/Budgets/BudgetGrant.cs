namespace Hevlayer.Workers;

/// <summary>Leave to ask the provider for one batch.</summary>
/// <param name="estimated">Its tokens, as they were counted.</param>
internal sealed class BudgetGrant(long estimated)
{
    private readonly TaskCompletionSource _given = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Given => _given.Task;

    public long Estimated => estimated;

    /// <summary>Tokens that were taken for it.</summary>
    public double Charged { get; set; }

    public void Give() => _given.TrySetResult();

    public void GiveUp(CancellationToken cancellationToken) => _given.TrySetCanceled(cancellationToken);
}
