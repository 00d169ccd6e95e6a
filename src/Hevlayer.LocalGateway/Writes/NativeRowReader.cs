using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>Reads rows of the vector store's own form: a list of objects, or a list per column.</summary>
internal static class NativeRowReader
{
    public static IEnumerable<NewRow> Rows(JsonElement rows, string member)
    {
        RequireKind(rows, JsonValueKind.Array, member);
        return rows.EnumerateArray().Select(row =>
        {
            RequireKind(row, JsonValueKind.Object, $"each of {member}");
            return Row(row.EnumerateObject().Select(field => (field.Name, field.Value)), member);
        });
    }

    public static IEnumerable<NewRow> Columns(JsonElement columns, string member)
    {
        RequireKind(columns, JsonValueKind.Object, member);
        List<(string Name, JsonElement[] Values)> lists =
        [
            .. columns.EnumerateObject().Select(column =>
            {
                RequireKind(column.Value, JsonValueKind.Array, $"{member}.{column.Name}");
                return (column.Name, column.Value.EnumerateArray().ToArray());
            }),
        ];
        var length = lists.Find(list => list.Name == RowNames.Id).Values?.Length
            ?? throw GatewayFault.Invalid($"{member} needs a column id");
        if (lists.Find(list => list.Values.Length != length) is { Name: { } odd, Values: { } values })
        {
            throw GatewayFault.Invalid($"{member}.{odd} has {values.Length} values, id has {length}");
        }

        return Enumerable.Range(0, length).Select(i => Row(lists.Select(list => (list.Name, list.Values[i])), member));
    }

    public static AttributeValue Id(JsonElement id, string member)
    {
        var value = WireJson.Value(id);
        return value.Kind is AttributeKind.String or AttributeKind.Integer
            ? value
            : throw GatewayFault.Invalid($"an id in {member} must be a text or a whole number");
    }

    private static NewRow Row(IEnumerable<(string Name, JsonElement Value)> fields, string member)
    {
        AttributeValue? id = null;
        JsonElement? vector = null;
        var attributes = new AttributeMap();
        foreach (var (name, value) in fields)
        {
            switch (name)
            {
                case RowNames.Id:
                    id = Id(value, member);
                    break;
                case RowNames.Vector when value.ValueKind != JsonValueKind.Null:
                    vector = value;
                    break;
                case var overwritten when RowNames.IsOverwritten(overwritten):
                    break;
                default:
                    RowNames.Check(name);
                    attributes[name] = WireJson.Value(value);
                    break;
            }
        }

        var key = id ?? throw GatewayFault.Invalid($"a row in {member} has no id");
        return new NewRow(key, vector is { } found ? Vectors(found, key.ToString()) : [], attributes);
    }

    private static float[][] Vectors(JsonElement vector, string rowId) =>
        vector.ValueKind == JsonValueKind.Array && vector.GetArrayLength() > 0 && vector[0].ValueKind == JsonValueKind.Array
            ? [.. vector.EnumerateArray().Select(one => VectorReader.Parse(one, rowId))]
            : [VectorReader.Parse(vector, rowId)];

    private static void RequireKind(JsonElement element, JsonValueKind kind, string what)
    {
        if (element.ValueKind != kind)
        {
            throw GatewayFault.Invalid($"{what} must be a JSON {kind}, not {element.ValueKind}");
        }
    }
}
