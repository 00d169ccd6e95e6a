using Microsoft.Extensions.VectorData;

namespace Hevlayer.VectorData;

/// <summary>Makes calls, and gives their failures the type that users of VectorData catch.</summary>
/// <param name="collection">Name of the collection; null for calls of the store.</param>
internal sealed class GatewayCalls(string? collection)
{
    public async Task<T> RunAsync<T>(string operation, Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (HevlayerException exception)
        {
            throw Error(operation, exception);
        }
    }

    public async IAsyncEnumerable<T> RunAsync<T>(string operation, IAsyncEnumerable<T> items)
    {
        var enumerator = items.GetAsyncEnumerator(CancellationToken.None);
        await using (enumerator.ConfigureAwait(false))
        {
            while (await RunAsync(operation, () => enumerator.MoveNextAsync().AsTask()).ConfigureAwait(false))
            {
                yield return enumerator.Current;
            }
        }
    }

    private VectorStoreException Error(string operation, HevlayerException cause) => new(cause.Message, cause)
    {
        VectorStoreSystemName = StoreName.System,
        CollectionName = collection,
        OperationName = operation,
    };
}
