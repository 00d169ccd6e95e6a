using System.Net;

namespace Hevlayer.VectorData;

/// <summary>Makes, finds and deletes the namespace of a collection.</summary>
/// <param name="client">The gateway.</param>
/// <param name="name">Name of the namespace.</param>
internal sealed class CollectionNamespace(IHevlayerClient client, string name)
{
    private readonly GatewayCalls _calls = new(name);

    public Task<bool> ExistsAsync(CancellationToken cancellationToken) => _calls.RunAsync("CollectionExists", async () =>
    {
        try
        {
            await client.Api.GetNamespaceMetadataAsync(name, cancellationToken: cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (HevlayerException exception) when (exception is { StatusCode: HttpStatusCode.NotFound, HasGatewayBody: true })
        {
            return false;
        }
    });

    /// <summary>The first write makes a namespace, so a row is written and taken away again.</summary>
    public async Task EnsureExistsAsync(NamespaceWrite terms, int? dimensions, CancellationToken cancellationToken)
    {
        if (await ExistsAsync(cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        var placeholder = new WriteRow { Id = RowFields.Placeholder, Vector = dimensions is { } width ? UnitVector(width) : default(ReadOnlyMemory<float>?) };
        await WriteAsync("EnsureCollectionExists", terms with { UpsertRows = [placeholder] }, cancellationToken).ConfigureAwait(false);
        await WriteAsync("EnsureCollectionExists", new() { Deletes = new[] { RowFields.Placeholder } }, cancellationToken).ConfigureAwait(false);
    }

    public Task EnsureDeletedAsync(CancellationToken cancellationToken) =>
        _calls.RunAsync("EnsureCollectionDeleted", () => client.Api.DeleteNamespaceAsync(name, cancellationToken: cancellationToken));

    public Task WriteAsync(string operation, NamespaceWrite write, CancellationToken cancellationToken) =>
        _calls.RunAsync(operation, () => client.Namespace(name).WriteAsync(write, cancellationToken));

    private static float[] UnitVector(int dimensions)
    {
        var vector = new float[dimensions];
        vector[0] = 1;
        return vector;
    }
}
