namespace Hevlayer;

public sealed partial class NamespaceClient
{
    /// <summary>
    /// Writes rows: upserts, patches and deletes, with conditions and schema. Calls <c>POST /v2/namespaces/{namespace}</c>.
    /// The first write makes the namespace.
    /// </summary>
    /// <param name="write">What to write; it is checked before the call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>How many rows were affected; some vector stores return only the status.</returns>
    /// <exception cref="ArgumentException">The write is wrong. See <see cref="NamespaceWrite.ToRequest"/>.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope write.</exception>
    public Task<TurbopufferWriteResponse> WriteAsync(NamespaceWrite write, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        return _scope.Api.WriteNamespaceAsync(Name, write.ToRequest(), options: _scope.Call, cancellationToken: cancellationToken);
    }

    /// <summary>
    /// Sets attributes of rows that exist, column by column; rows that do not exist are left out. Calls
    /// <c>POST /v2/namespaces/{namespace}</c>.
    /// </summary>
    /// <param name="ids">At least one id.</param>
    /// <param name="columns">At least one attribute by name, each with one value for every id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">No ids, an empty id, no columns, a column of another length, or a name that is reserved.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope write.</exception>
    public Task<TurbopufferWriteResponse> PatchColumnsAsync(IReadOnlyList<string> ids, IReadOnlyDictionary<string, AttributeValues> columns, CancellationToken cancellationToken = default)
    {
        Require.Ids(ids);
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count == 0)
        {
            throw new ArgumentException("There are no columns; at least one attribute is needed.", nameof(columns));
        }

        return WriteAsync(new() { PatchColumns = new() { Ids = [.. ids], Attributes = new(columns) } }, cancellationToken);
    }
}
