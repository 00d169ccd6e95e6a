using System.Globalization;
using System.Text;
using CsCheck;

namespace Hevlayer.Local.Tests;

/// <summary>Filters and nearest neighbours against a model that does it the slow and obvious way.</summary>
public sealed class SearchModelTests
{
    private const int Width = 3;

    private static readonly Gen<float[]> Vectors = Gen.Int[-5, 5].Select(x => (float)x).Array[Width];

    private static readonly Gen<(float[] Vector, int? N, string? S)> Rows =
        Gen.Select(Vectors, Gen.Int[0, 4], Gen.OneOf(Gen.Const("a"), Gen.Const("b"), Gen.Const("c"), Gen.Const((string)null!)), Gen.Bool)
            .Select((vector, n, s, hasN) => (vector, hasN ? (int?)n : null, (string?)s));

    private static readonly Gen<(string Json, Func<int?, string?, bool> Model)> Leaves = Gen.OneOf(
        Gen.Select(Gen.OneOf(Gen.Const("Eq"), Gen.Const("NotEq"), Gen.Const("Lt"), Gen.Const("Lte"), Gen.Const("Gt"), Gen.Const("Gte")), Gen.Int[0, 4]).Select(Number),
        Gen.Select(Gen.OneOf(Gen.Const("Eq"), Gen.Const("NotEq")), Gen.OneOf(Gen.Const("a"), Gen.Const("b"), Gen.Const("c"))).Select(Text),
        Gen.Select(Gen.OneOf(Gen.Const("In"), Gen.Const("NotIn")), Gen.Int[0, 4].Array[0, 3]).Select(Set));

    private static readonly Gen<(string Json, Func<int?, string?, bool> Model)> Filters = Gen.OneOf(
        Leaves,
        Leaves.Select(part => ($"[\"Not\",{part.Json}]", (Func<int?, string?, bool>)((n, s) => !part.Model(n, s)))),
        Leaves.Array[0, 3].Select(All),
        Leaves.Array[0, 3].Select(Any));

    [Fact]
    public void Query_AnyRowsAndFilter_AgreesWithTheModel() =>
        Gen.Select(Rows.Array[1, 40], Vectors, Filters, Gen.Int[1, 12], Gen.Bool).Sample(
            (rows, target, filter, topK, euclidean) => CompareAsync(rows, target, filter, topK, euclidean).GetAwaiter().GetResult(),
            iter: 300);

    private static async Task CompareAsync(
        (float[] Vector, int? N, string? S)[] rows, float[] target, (string Json, Func<int?, string?, bool> Model) filter, int topK, bool euclidean)
    {
        await using var gateway = Harness.InProcess();
        var metric = euclidean ? "euclidean_squared" : "cosine_distance";
        (await gateway.PostAsync("/v2/namespaces/n", $$"""{"distance_metric":"{{metric}}","upsert_rows":[{{string.Join(",", rows.Select(ToJson))}}]}""")).Ok();

        var reply = await gateway.PostAsync("/v2/namespaces/n/query", $$"""{"vector":{{ToJson(target)}},"top_k":{{topK}},"filters":{{filter.Json}}}""");

        var admitted = rows.Select((row, index) => (Row: row, Id: index)).Where(row => filter.Model(row.Row.N, row.Row.S)).ToList();
        var expected = admitted.Select(row => Distance(row.Row.Vector, target, euclidean)).Order().Take(topK).ToList();
        var found = reply.Ok().Json.GetProperty("rows").EnumerateArray()
            .Select(row => (Id: int.Parse(row.GetProperty("id").GetString()!, CultureInfo.InvariantCulture), Distance: row.GetProperty("$dist").GetDouble()))
            .ToList();
        Assert.Equal(expected.Count, found.Count);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second.Distance, 1e-3));
        Assert.All(found, row => Assert.Contains(admitted, one => one.Id == row.Id));
        Assert.All(found, row => Assert.Equal(Distance(rows[row.Id].Vector, target, euclidean), row.Distance, 1e-3));
    }

    private static double Distance(float[] left, float[] right, bool euclidean)
    {
        if (euclidean)
        {
            return left.Zip(right).Sum(pair => (double)(pair.First - pair.Second) * (pair.First - pair.Second));
        }

        var norms = Math.Sqrt(left.Sum(x => (double)x * x) * right.Sum(x => (double)x * x));
        return norms == 0 ? 1 : 1 - (left.Zip(right).Sum(pair => (double)pair.First * pair.Second) / norms);
    }

    private static (string, Func<int?, string?, bool>) Number(string name, int value) => ($"[\"n\",\"{name}\",{value}]", (n, _) => name switch
    {
        "Eq" => n == value,
        "NotEq" => n != value,
        "Lt" => n < value,
        "Lte" => n <= value,
        "Gt" => n > value,
        _ => n >= value,
    });

    private static (string, Func<int?, string?, bool>) Text(string name, string value) =>
        ($"[\"s\",\"{name}\",\"{value}\"]", (_, s) => s == value == (name == "Eq"));

    private static (string, Func<int?, string?, bool>) Set(string name, int[] values) =>
        ($"[\"n\",\"{name}\",[{string.Join(",", values)}]]", (n, _) => (n is { } number && values.Contains(number)) == (name == "In"));

    private static (string, Func<int?, string?, bool>) All((string Json, Func<int?, string?, bool> Model)[] parts) =>
        ($"[\"And\",[{string.Join(",", parts.Select(part => part.Json))}]]", (n, s) => parts.All(part => part.Model(n, s)));

    private static (string, Func<int?, string?, bool>) Any((string Json, Func<int?, string?, bool> Model)[] parts) =>
        ($"[\"Or\",[{string.Join(",", parts.Select(part => part.Json))}]]", (n, s) => parts.Any(part => part.Model(n, s)));

    private static string ToJson((float[] Vector, int? N, string? S) row, int index)
    {
        var json = new StringBuilder($"{{\"id\":\"{index}\",\"vector\":{ToJson(row.Vector)}");
        json.Append(row.N is { } n ? $",\"n\":{n}" : string.Empty).Append(row.S is { } s ? $",\"s\":\"{s}\"" : string.Empty);
        return json.Append('}').ToString();
    }

    private static string ToJson(float[] vector) => $"[{string.Join(",", vector)}]";
}
