namespace Hevlayer;

/// <summary>
/// A list that the gateway gives out page by page. Enumerate it for the items, or <see cref="Pages"/> for the pages and
/// their cursors. Nothing is sent before the enumeration begins, and each enumeration starts from the beginning.
/// </summary>
/// <typeparam name="T">What the list holds.</typeparam>
public sealed class CursorList<T> : IAsyncEnumerable<T>
{
    private readonly Func<string?, CancellationToken, Task<CursorPage<T>>> _read;

    /// <summary>Makes a list from a way to read its pages.</summary>
    /// <param name="read">Reads the page at a cursor; null for the first one.</param>
    public CursorList(Func<string?, CancellationToken, Task<CursorPage<T>>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        _read = read;
    }

    /// <summary>The pages, one call each.</summary>
    /// <param name="from">Cursor to begin at; null for the start.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="HevlayerException">A call failed, or the gateway gave out a cursor again.</exception>
    public async IAsyncEnumerable<CursorPage<T>> Pages(string? from = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var cursor = from;
        while (true)
        {
            var page = await _read(cursor, cancellationToken).ConfigureAwait(false);
            yield return page;
            if (string.IsNullOrEmpty(page.NextCursor))
            {
                yield break;
            }

            // A list that does not move on would be read for ever.
            if (page.NextCursor == cursor)
            {
                throw new HevlayerException($"The list has no end: the gateway gave out the cursor '{page.NextCursor}' again.");
            }

            cursor = page.NextCursor;
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in Pages(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
            {
                yield return item;
            }
        }
    }
}
