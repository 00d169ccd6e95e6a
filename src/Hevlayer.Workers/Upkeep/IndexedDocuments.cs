using System.Net;
using System.Runtime.CompilerServices;

namespace Hevlayer.Workers;

/// <summary>Reads from a namespace which documents have rows in it.</summary>
internal static class IndexedDocuments
{
    // The most that the vector store gives.
    private const int PageSize = 10_000;

    /// <summary>Ids of the documents, in order, each once. Rows without a document's id are passed over.</summary>
    /// <param name="layer">The client.</param>
    /// <param name="name">The namespace; one that does not exist has none.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public static async IAsyncEnumerable<string> ListAsync(IHevlayerClient layer, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? last = null;
        while (true)
        {
            var filter = last is null ? Filter.NotEq(RowAttributes.Document, AttributeValue.Null) : Filter.Gt(RowAttributes.Document, last);
            var page = await PageAsync(layer, name, filter, cancellationToken);
            foreach (var row in page)
            {
                if (row.Attributes.GetString(RowAttributes.Document) is { } id && !string.Equals(id, last, StringComparison.Ordinal))
                {
                    yield return last = id;
                }
            }

            if (page.Count < PageSize)
            {
                yield break;
            }
        }
    }

    private static async Task<IReadOnlyList<Row>> PageAsync(IHevlayerClient layer, string name, Filter filter, CancellationToken cancellationToken)
    {
        try
        {
            var request = new QueryRequest
            {
                RankBy = RankBy.Ascending(RowAttributes.Document),
                TopK = PageSize,
                Filters = filter,
                IncludeAttributes = new[] { RowAttributes.Document },
            };
            return (await layer.Api.QueryNamespaceAsync(name, request, cancellationToken: cancellationToken)).Rows;
        }
        catch (HevlayerException exception) when (exception is { StatusCode: HttpStatusCode.NotFound, HasGatewayBody: true })
        {
            return [];
        }
    }
}
