using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace Hevlayer.Local;

/// <summary>Reads the rows of an Arrow IPC stream: a column id, and where there is one a column vector; all others are attributes.</summary>
internal static class ArrowImport
{
    public static IReadOnlyList<NewRow> Read(ReadOnlyMemory<byte> stream)
    {
        var rows = new List<NewRow>();
        try
        {
            using var reader = new ArrowStreamReader(stream);
            while (reader.ReadNextRecordBatch() is { } batch)
            {
                using (batch)
                {
                    rows.AddRange(Rows(batch));
                }
            }
        }
        catch (Exception error) when (error is not GatewayFault)
        {
            // A stream can be wrong in any place, and its reader has an exception of its own for each.
            throw GatewayFault.Invalid($"the body is not an Arrow IPC stream: {error.Message}");
        }

        return rows;
    }

    private static IEnumerable<NewRow> Rows(RecordBatch batch)
    {
        var columns = batch.Schema.FieldsList.Select((field, place) => (field.Name, Values: batch.Column(place))).ToList();
        var ids = columns.Find(column => column.Name == RowNames.Id).Values ?? throw GatewayFault.Invalid("an import needs a column id");
        var vectors = columns.Find(column => column.Name == RowNames.Vector).Values;
        columns.RemoveAll(column => column.Name is RowNames.Id or RowNames.Vector || RowNames.IsOverwritten(column.Name));
        columns.ForEach(column => RowNames.Check(column.Name));
        return Enumerable.Range(0, batch.Length).Select(place => Row(ids, vectors, columns, place));
    }

    private static NewRow Row(IArrowArray ids, IArrowArray? vectors, List<(string Name, IArrowArray Values)> columns, int place)
    {
        var id = ArrowValues.Read(ids, place);
        if (id.Kind is not (AttributeKind.String or AttributeKind.Integer))
        {
            throw GatewayFault.Invalid("an id must be a text or a whole number");
        }

        var attributes = new AttributeMap();
        foreach (var (name, values) in columns)
        {
            attributes[name] = ArrowValues.Read(values, place);
        }

        return new NewRow(id, vectors is null || vectors.IsNull(place) ? [] : [ArrowVectors.Read(vectors, place, id.ToString())], attributes);
    }
}
