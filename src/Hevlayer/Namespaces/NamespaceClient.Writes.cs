namespace Hevlayer;

public sealed partial class NamespaceClient
{
    /// <summary>
    /// Writes rows: upserts, patches and deletes, with conditions and schema. Calls <c>POST /v2/namespaces/{namespace}</c>.
    /// The first write makes the namespace.
    /// </summary>
    /// <param name="write">What to write; it is checked before the call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>How many rows were touched; some vector stores tell the status only.</returns>
    /// <exception cref="ArgumentException">The write is wrong. See <see cref="NamespaceWrite.ToRequest"/>.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope write.</exception>
    public Task<TurbopufferWriteResponse> WriteAsync(NamespaceWrite write, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        return _client.Api.WriteNamespaceAsync(Name, write.ToRequest(), cancellationToken: cancellationToken);
    }
}
