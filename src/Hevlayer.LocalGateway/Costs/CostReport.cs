using System.Globalization;
using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>Cost from the requests that were really answered, at simulated prices.</summary>
internal sealed class CostReport(RequestMeter meter, TimeProvider clock)
{
    public CostSnapshot Snapshot(TimeSpan window)
    {
        var now = clock.GetUtcNow();
        CostLine[] lines = [.. CostRates.Services.Select(service => Line(service.Service, meter.Between(service.Kind, now.UtcTicks - window.Ticks, now.UtcTicks)))];
        var total = lines.Sum(line => line.AmountUsd);
        var queries = lines.First(line => line.Service == "queries").Qty;
        return new CostSnapshot
        {
            AsOfMs = now.ToUnixTimeMilliseconds(),
            WindowSeconds = (long)window.TotalSeconds,
            Totals = new CostTotals { TotalUsd = total, AwsUsd = 0, TurbopufferUsd = total, CostPerQueryUsd = queries > 0 ? CostRates.UsdPerRequest : null },
            Lines = lines,
            RateCardStatus = new CostRateCardStatus
            {
                TurbopufferRateCardVersion = CostRates.Version,
                AwsCostSource = "cost_explorer",
                AwsCostRefreshedAtMs = now.ToUnixTimeMilliseconds(),
                AwsCostStale = false,
                AwsPricingStale = false,
                AwsPricingRefreshedAtMs = now.ToUnixTimeMilliseconds(),
            },
            Caveats = [CostRates.Caveat],
        };
    }

    /// <summary>One series a service, a sample for each step that ends in the window.</summary>
    public CostTimeseries Timeseries(TimeSpan window, TimeSpan step)
    {
        var now = clock.GetUtcNow().UtcTicks;
        var ends = Enumerable.Range(0, (int)(window.Ticks / step.Ticks)).Select(place => now - window.Ticks + ((place + 1) * step.Ticks)).ToList();
        return new CostTimeseries
        {
            WindowSeconds = (long)window.TotalSeconds,
            StepSeconds = (long)step.TotalSeconds,
            Series =
            [
                .. CostRates.Services.Select(service => new CostSeries
                {
                    Provider = CostProvider.Turbopuffer,
                    Service = service.Service,
                    Basis = CostBasis.Metered,
                    RateCardVersion = CostRates.Version,
                    Samples = [.. ends.Select(end => Sample(end, meter.Between(service.Kind, end - step.Ticks, end) * CostRates.UsdPerRequest))],
                }),
            ],
        };
    }

    public RateCard RateCard()
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return new RateCard
        {
            Aws = new AwsRateCard { Role = "estimator", Region = "local", RefreshedAtMs = now, TtlSeconds = 3600, Stale = false, Items = [] },
            Turbopuffer = new TurbopufferRateCard
            {
                Version = CostRates.Version,
                VerifiedBy = "nobody",
                VerifiedAt = "never",
                Source = "invoice",
                Lines = [.. CostRates.Services.Select(service => new TurbopufferRateLine { Service = service.Service, Unit = CostRates.Unit, Usd = CostRates.UsdPerRequest })],
            },
        };
    }

    private static CostLine Line(string service, long count) => new()
    {
        Provider = CostProvider.Turbopuffer,
        Service = service,
        Basis = CostBasis.Metered,
        RateCardVersion = CostRates.Version,
        AmountUsd = count * CostRates.UsdPerRequest,
        Qty = count,
        Unit = CostRates.Unit,
    };

    private static IReadOnlyList<JsonElement> Sample(long end, double amount) =>
    [
        Number((end - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMillisecond),
        Number(amount),
    ];

    private static JsonElement Number(double number) =>
        WireJson.Element(System.Text.Encoding.UTF8.GetBytes(number.ToString("R", CultureInfo.InvariantCulture)));
}
