namespace Hevlayer.Workers;

/// <summary>
/// Looks whether rows that an attempt removed are wanted again: whoever claimed the document in the meantime may have found them
/// right, and written none, before the removal arrived.
/// </summary>
internal sealed class RemovalLook : IRowLook
{
    // A worker that ends releases the document, and whoever claims it sees what is there.
    public async Task<bool> ClearAsync(LookCause cause, LookCalls calls) =>
        cause == LookCause.Ending
        || await IsStillRemovedAsync(calls)
        || await calls.PutBackAsync()
        || await calls.WaitsAsync()
        || await calls.HasFailedAsync();

    private static async Task<bool> IsStillRemovedAsync(LookCalls calls) =>
        await calls.ChunksAsync() is var chunks && (chunks.Count == 0 || Deletion.IsIn(chunks));
}
