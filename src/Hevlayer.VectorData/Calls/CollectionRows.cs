using System.Net;

namespace Hevlayer.VectorData;

/// <summary>Reads the rows of one namespace.</summary>
/// <param name="client">The gateway.</param>
/// <param name="name">Name of the namespace.</param>
internal sealed class CollectionRows(IHevlayerClient client, string name)
{
    private readonly NamespaceClient _namespace = client.Namespace(name);
    private readonly GatewayCalls _calls = new(name);

    /// <summary>One row from the gateway's cache; null when it is not there.</summary>
    public Task<FoundRow?> FetchAsync(string id, string[] attributes, CancellationToken cancellationToken) => _calls.RunAsync<FoundRow?>("Get", async () =>
    {
        try
        {
            var document = await _namespace.FetchAsync(id, attributes, cancellationToken: cancellationToken).ConfigureAwait(false);
            return new(document.Id, document.Attributes, null);
        }
        catch (HevlayerException exception) when (exception is { StatusCode: HttpStatusCode.NotFound, HasGatewayBody: true })
        {
            return null;
        }
    });

    /// <summary>Rows by a ranking of the vector store's own, which also gives vectors.</summary>
    public Task<IReadOnlyList<FoundRow>> RankAsync(string operation, RankBy rankBy, Filter? filter, int limit, IReadOnlyList<string> attributes, CancellationToken cancellationToken)
    {
        var leg = new QueryLeg { RankBy = rankBy, Filters = filter, TopK = limit, IncludeAttributes = Include(attributes) };
        return _calls.RunAsync(operation, async () => Found(
            (await client.Api.QueryTurbopufferNamespaceAsync(name, leg, cancellationToken: cancellationToken).ConfigureAwait(false)).Rows));
    }

    /// <summary>Rows by a query of the gateway's own form.</summary>
    public Task<IReadOnlyList<FoundRow>> QueryAsync(string operation, QueryRequest request, IReadOnlyList<string> attributes, CancellationToken cancellationToken) =>
        _calls.RunAsync(operation, async () => Found(
            (await _namespace.QueryAsync(request with { IncludeAttributes = Include(attributes) }, cancellationToken: cancellationToken).ConfigureAwait(false)).Rows));

    // No attribute at all is not the empty list, which some gateways take for all.
    private static IncludeAttributes Include(IReadOnlyList<string> attributes) => attributes.Count == 0 ? false : IncludeAttributes.From(attributes);

    private static IReadOnlyList<FoundRow> Found(IReadOnlyList<Row>? rows) =>
    [
        .. (rows ?? [])
            .Select(static row => new FoundRow(row.Id.ToString(), row.Attributes, row.Distance))
            .Where(static row => row.Id != RowFields.Placeholder),
    ];
}
