namespace Hevlayer.Conventions.Tests.Snippets;

internal static class OperationsSnippets
{
    public static async Task KeysAsync(HevlayerClient layer, Func<string, Task> keepAsync, string oldKeyId)
    {
        #region operations-keys
        var minted = await layer.Api.MintKeyAsync(new()
        {
            Name = "embed-workers",
            Entitlements = new Dictionary<string, ApiKeyEntitlement>
            {
                ["layer"] = new() { Scopes = [ApiKeyScope.Read, ApiKeyScope.Write], Namespaces = ["products"] },
            },
            ExpiresAfter = "90d",
        });
        await keepAsync(minted.Token);   // told this once

        foreach (var key in (await layer.Api.ListKeysAsync()).Keys)
        {
            Console.WriteLine($"{key.Name}: {key.Phase}, last seen {key.LastSeenAt:u}");
        }

        await layer.Api.RevokeKeyAsync(oldKeyId);
        #endregion
    }

    public static async Task CostAsync(HevlayerClient layer)
    {
        #region operations-cost
        var cost = await layer.Api.GetCostSnapshotAsync(CostWindow.Days7);
        foreach (var line in cost.Lines.OrderByDescending(line => line.AmountUsd))
        {
            Console.WriteLine($"{line.AmountUsd:0.00} of {cost.Totals.TotalUsd:0.00} USD: {line.Provider} {line.Service} ({line.Basis})");
        }

        var month = await layer.Api.GetCostTimeseriesAsync(CostWindow.Days30, CostStep.Days1);
        Console.WriteLine($"{month.Series.Count} series, a sample every {TimeSpan.FromSeconds(month.StepSeconds)}");
        #endregion
    }

    public static async Task MetricsAsync(HevlayerClient layer)
    {
        #region operations-metrics
        foreach (var metric in (await layer.Api.ListMetricsCatalogAsync(MetricFamily.Query)).Entries)
        {
            var now = await layer.Api.QueryMetricsAsync(metric.ExamplePromql);
            Console.WriteLine($"{metric.Name}: {now.AdditionalMembers?["data"]}");
        }
        #endregion
    }

    public static async Task FunctionsAsync(HevlayerClient layer)
    {
        #region operations-functions
        await layer.Api.PauseUdfAsync("captions");
        var captions = (await layer.Api.GetUdfAsync("captions")).Udf;
        await layer.Api.UpsertUdfAsync("captions", new() { Spec = captions.Spec with { Version = "2" } });
        await layer.Api.ResumeUdfAsync("captions");

        var failed = await layer.Api.ResetFailedUdfAsync("captions");
        Console.WriteLine($"{failed.Updated} rows get another chance.");
        #endregion
    }

    public static async Task FunctionWorkAsync(HevlayerClient layer, Func<string?, string> describe)
    {
        #region operations-function-work
        var claim = await layer.Api.ClaimUdfItemsAsync("captions", new() { WorkerId = "captions-0", Limit = 16 });
        await layer.Api.CompleteUdfItemsAsync("captions", new()
        {
            WorkerId = "captions-0",
            Items =
            [
                .. claim.Items.Select(item => new UdfCompleteItem
                {
                    Namespace = item.Namespace,
                    Id = item.Id,
                    Attributes = new() { ["caption"] = describe(item.Input.GetString("text")) },
                }),
            ],
        });
        #endregion
    }

    public static async Task InstallationAsync(HevlayerClient layer)
    {
        #region operations-installation
        var licence = await layer.Api.GetLicenseAsync();
        Console.WriteLine(licence.Valid ? $"Licensed: {licence.Tier}" : $"Not licensed: {licence.Reason}");

        foreach (var store in (await layer.Api.ListVectorstoresAsync()).Vectorstores)
        {
            Console.WriteLine($"{store.Kind} {store.Name} at {store.Endpoint.Url}");
        }

        foreach (var warehouse in (await layer.Api.ListWarehousesAsync()).Warehouses)
        {
            Console.WriteLine($"{warehouse.Kind} {warehouse.Name}: {warehouse.Status.Phase}");
        }
        #endregion
    }
}
