using System.Net;
using System.Text.Json;

namespace Hevlayer.Local.Tests;

public sealed class MetricTests : IAsyncDisposable
{
    private readonly Harness _gateway = Harness.InProcess();
    private readonly HevlayerClient _layer;

    public MetricTests() => _layer = _gateway.Client();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _layer.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Catalogue_NamesMetricsWhoseExamplesCanBeAsked()
    {
        await SearchAsync(3);
        var all = await _layer.Api.ListMetricsCatalogAsync(cancellationToken: Token);

        foreach (var entry in all.Entries)
        {
            Assert.Equal("success", (await _layer.Api.QueryMetricsAsync(entry.ExamplePromql, cancellationToken: Token)).AdditionalMembers!["status"].GetString());
            Assert.Equal(entry.Description, (await _layer.Api.GetMetricCatalogEntryAsync(entry.Name, cancellationToken: Token)).Description);
        }

        Assert.Equal(all.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal), all.Entries.Select(entry => entry.Name));
        Assert.All((await _layer.Api.ListMetricsCatalogAsync(MetricFamily.Query, cancellationToken: Token)).Entries, entry => Assert.Equal(MetricFamily.Query, entry.Family));
        var unknown = await _gateway.GetAsync("/v2/metrics/catalog?family=weather");
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_family"), (unknown.Status, unknown.Error));
        Assert.Equal("\"1\"", (await _gateway.GetAsync("/v2/metrics/catalog")).Headers["ETag"]);
        Assert.Equal(HttpStatusCode.NotFound, (await _gateway.GetAsync("/v2/metrics/catalog/weather")).Status);
    }

    [Theory]
    [InlineData("sum(local_query_requests_total)", "3")]
    [InlineData("sum by (status) (local_query_requests_total{status=\"200\"})", "2")]
    [InlineData("sum(local_query_requests_total{status!='200'})", "1")]
    [InlineData("count(local_query_requests_total{route=~\".*query\",method!~\"GET|PUT\"})", "2")]
    [InlineData("sum(increase(local_query_requests_total[1m])) / 3", "1")]
    [InlineData("sum(rate(local_query_requests_total[1m])) * 60", "3")]
    [InlineData("max(local_rows{namespace=\"n\"})", "1")]
    [InlineData("sum(local_query_requests_total) > 2", "3")]
    [InlineData("local_rows{namespace=\"other\"}", null)]
    [InlineData("sum(local_query_requests_total) > 3", null)]
    public async Task Query_CountsWhatHappened(string query, string? value)
    {
        await SearchAsync(2);
        await _gateway.PostAsync("/v2/namespaces/ghost/query", """{"vector":[1]}""");

        var result = Data(await _layer.Api.QueryMetricsApiV1Async(query, cancellationToken: Token)).GetProperty("result");

        Assert.Equal(value, result.GetArrayLength() == 0 ? null : Assert.Single(result.EnumerateArray()).GetProperty("value")[1].GetString());
    }

    [Fact]
    public async Task Query_OfThePast_CountsWhatWasThereThen()
    {
        await SearchAsync(1);
        var then = _gateway.Clock.GetUtcNow();
        _gateway.Clock.Advance(TimeSpan.FromMinutes(10));
        await SearchAsync(2);

        var past = Data(await _layer.Api.QueryMetricsAsync("sum(local_query_requests_total)", time: then.ToString("O"), cancellationToken: Token));
        var range = Data(await _layer.Api.QueryMetricsRangeAsync(
            "sum(local_query_requests_total)", then.ToUnixTimeSeconds().ToString(null, null), then.AddMinutes(10).ToUnixTimeSeconds().ToString(null, null), "5m", cancellationToken: Token));

        Assert.Equal("1", past.GetProperty("result")[0].GetProperty("value")[1].GetString());
        Assert.Equal("matrix", range.GetProperty("resultType").GetString());
        Assert.Equal(["1", "1", "3"], range.GetProperty("result")[0].GetProperty("values").EnumerateArray().Select(point => point[1].GetString()));
    }

    [Fact]
    public async Task Query_OfANumber_IsAScalar() =>
        Assert.Equal("scalar", Data(await _layer.Api.QueryMetricsAsync("1 + 2 * 3", cancellationToken: Token)).GetProperty("resultType").GetString());

    [Theory]
    [InlineData("sum(")]
    [InlineData("histogram_quantile(0.9, x)")]
    [InlineData("rate(local_rows[5m])")]
    [InlineData("local_rows{namespace=~\"(\"}")]
    [InlineData("x ~ 1")]
    [InlineData("a + b")]
    public async Task Query_ThatCannotBeRead_IsRefusedAsPrometheusDoes(string query)
    {
        await SearchAsync(1);

        var reply = await _gateway.GetAsync($"/v2/metrics/query?query={Uri.EscapeDataString(query)}");

        Assert.Equal((HttpStatusCode.BadRequest, "error"), (reply.Status, reply.Json.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task Cost_IsWhatWasCountedAtSimulatedPrices()
    {
        await SearchAsync(4);
        _gateway.Clock.Advance(TimeSpan.FromHours(2));
        await SearchAsync(1);

        var hour = await _layer.Api.GetCostSnapshotAsync(CostWindow.Hours1, cancellationToken: Token);
        var day = await _layer.Api.GetCostSnapshotAsync(cancellationToken: Token);
        var series = await _layer.Api.GetCostTimeseriesAsync(CostWindow.Hours6, CostStep.Hours1, cancellationToken: Token);
        var card = await _layer.Api.GetCostRateCardAsync(cancellationToken: Token);

        Assert.Equal((1, 5), (Queries(hour), Queries(day)));
        Assert.Equal(day.Lines.Sum(line => line.AmountUsd), day.Totals.TotalUsd);
        Assert.Contains("simulated", Assert.Single(day.Caveats), StringComparison.Ordinal);
        var samples = series.Series.Single(one => one.Service == "queries").Samples;
        Assert.Equal([0, 0, 0, 4, 0, 1], samples.Select(sample => (int)Math.Round(sample[1].GetDouble() * 1_000_000)));
        Assert.Equal(_gateway.NowMs, samples[^1][0].GetInt64());
        Assert.Equal("simulated", card.Turbopuffer.Version);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _gateway.GetAsync("/v2/cost?window=2h")).Status);
    }

    private static double Queries(CostSnapshot cost) => cost.Lines.Single(line => line.Service == "queries").Qty!.Value;

    private static JsonElement Data(PrometheusResponse reply) => reply.AdditionalMembers!["data"];

    private async Task SearchAsync(int times)
    {
        await _layer.Namespace("n").WriteAsync(new() { UpsertRows = [new() { Id = 1, Vector = new float[] { 1 } }] }, Token);
        for (var i = 0; i < times; i++)
        {
            await _layer.Api.QueryNamespaceAsync("n", new() { Vector = new float[] { 1 } }, cancellationToken: Token);
        }
    }
}
