using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>Reads a write body of the vector store's own form.</summary>
internal static class NativeWriteParser
{
    public static NamespaceWrite Parse(JsonElement body)
    {
        var upserts = new List<NewRow>();
        var patches = new List<NewRow>();
        var write = new NamespaceWrite { Upserts = upserts, Patches = patches };
        foreach (var member in body.EnumerateObject())
        {
            var value = member.Value;
            switch (member.Name)
            {
                case "upsert_rows":
                    upserts.AddRange(NativeRowReader.Rows(value, member.Name));
                    break;
                case "upsert_columns":
                    upserts.AddRange(NativeRowReader.Columns(value, member.Name));
                    break;
                case "patch_rows":
                    patches.AddRange(NativeRowReader.Rows(value, member.Name).Select(PatchOnly));
                    break;
                case "patch_columns":
                    patches.AddRange(NativeRowReader.Columns(value, member.Name).Select(PatchOnly));
                    break;
                case "deletes" when value.ValueKind == JsonValueKind.Array:
                    write = write with { Deletes = [.. value.EnumerateArray().Select(id => NativeRowReader.Id(id, member.Name).ToString())] };
                    break;
                case "delete_by_filter":
                    write = write with { DeleteBy = FilterParser.Parse(value) };
                    break;
                case "upsert_condition":
                    write = write with { UpsertIf = FilterParser.Parse(value) };
                    break;
                case "patch_condition":
                    write = write with { PatchIf = FilterParser.Parse(value) };
                    break;
                case "delete_condition":
                    write = write with { DeleteIf = FilterParser.Parse(value) };
                    break;
                case "delete_by_filter_allow_partial" or "disable_backpressure":
                    break;
                case "distance_metric" when value.ValueKind == JsonValueKind.String:
                    write = write with { Metric = VectorDistance.Check(value.GetString()!) };
                    break;
                case "schema" when value.ValueKind == JsonValueKind.Object:
                    write = write with { Schema = [.. value.EnumerateObject().Select(one => KeyValuePair.Create(one.Name, one.Value.Clone()))] };
                    break;
                default:
                    throw Refuse(member.Name);
            }
        }

        return write;
    }

    private static NewRow PatchOnly(NewRow row) =>
        row.Vectors.Length == 0 ? row : throw GatewayFault.Invalid($"row '{row.Key}': a patch cannot change the vector");

    private static GatewayFault Refuse(string member) => member switch
    {
        "upserts" or "patches" => GatewayFault.Invalid($"'{member}' is no longer taken: use upsert_rows, upsert_columns, patch_rows or patch_columns"),
        "blobs" => GatewayFault.Invalid("'blobs' is not taken in a write: store the blob and write its reference as an attribute"),
        "deletes" => GatewayFault.Invalid("deletes must be a list of ids"),
        "schema" => GatewayFault.Invalid("schema must be an object"),
        "distance_metric" => GatewayFault.Invalid("distance_metric must be a text"),
        _ => GatewayFault.NotSimulated($"member '{member}' of a write is not simulated by the local gateway"),
    };
}
