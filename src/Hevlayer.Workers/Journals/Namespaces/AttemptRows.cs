using System.Net;

namespace Hevlayer.Workers;

/// <summary>The rows of a journal, reached through the client.</summary>
internal sealed class AttemptRows(NamespaceClient journal)
{
    /// <summary>The rows of those of the documents that have one.</summary>
    public async Task<IReadOnlyDictionary<string, AttemptRow>> FetchAsync(IReadOnlyList<string> documentIds)
    {
        var rows = new Dictionary<string, AttemptRow>(StringComparer.Ordinal);
        if (documentIds.Count == 0)
        {
            return rows;
        }

        try
        {
            foreach (var row in (await journal.FetchManyAsync(documentIds)).Documents)
            {
                rows[row.Id] = AttemptRow.Of(row);
            }
        }
        catch (HevlayerException exception) when (exception is { StatusCode: HttpStatusCode.NotFound, HasGatewayBody: true })
        {
            // The first write makes the namespace.
        }

        return rows;
    }

    /// <summary>Replaces rows and deletes others in one call; none when there is nothing to write.</summary>
    /// <param name="rows">The new rows by document id; a row without a record is deleted.</param>
    public async Task WriteAsync(IReadOnlyDictionary<string, AttemptRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var upserts = rows.Where(static row => !row.Value.Record.IsEmpty).Select(static row => row.Value.ToWrite(row.Key)).ToList();
        string?[] deletes = [.. rows.Where(static row => row.Value.Record.IsEmpty).Select(static row => row.Key)];
        await journal.WriteAsync(new()
        {
            UpsertRows = upserts.Count == 0 ? null : upserts,
            Deletes = deletes.Length == 0 ? null : (AttributeValues)deletes,
        });
    }
}
