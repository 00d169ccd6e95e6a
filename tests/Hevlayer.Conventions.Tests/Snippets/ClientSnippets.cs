using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Conventions.Tests.Snippets;

internal static class ClientSnippets
{
    public static void Named(IServiceCollection services)
    {
        #region client-named
        services.AddHevlayer("search");
        services.AddHevlayer("ingest", options => options.TotalTimeout = TimeSpan.FromMinutes(5));
        services.AddSingleton(provider => new Shop(provider.GetRequiredKeyedService<IHevlayerClient>("search")));
        #endregion
    }

    public static async Task BorrowedAsync(HttpClient http, string key)
    {
        #region client-borrowed
        await using var layer = new HevlayerClient(new() { ApiKey = key, AttemptTimeout = TimeSpan.FromSeconds(10) }, http);
        Console.WriteLine($"{(await layer.Api.ListPipelinesAsync()).Pipelines.Count} pipelines");
        #endregion
    }

    public static async Task SettlingAsync(HevlayerClient layer, ReadOnlyMemory<float> vector, IReadOnlyList<ReadOnlyMemory<float>> pageVectors)
    {
        #region client-settling
        var claim = await layer.ClaimDocumentsAsync("products", new() { WorkerId = "embed-0", LeaseSeconds = 300 });
        var beat = await layer.HeartbeatAsync("products", claim.Documents, "embed-0");
        if (beat.Updated < claim.Documents.Count)
        {
            Console.WriteLine($"{claim.Documents.Count - beat.Updated} leases are lost.");
        }

        await layer.PutVectorAsync("products", "kettle", vector, new() { ["text"] = "A red kettle." });
        await layer.PutMultiVectorAsync("products", "manual", pageVectors);
        await layer.CompleteDocumentsAsync("products", ["empty-page"], "embed-0");   // indexed without a row
        await layer.FailDocumentsAsync("products", ["broken-scan"], "embed-0");      // stays failed
        await layer.ReleaseDocumentsAsync("products", ["catalogue"], "embed-0");     // pending again, for any worker
        #endregion
    }

    public static async Task CallOptionsAsync(HevlayerClient layer, ReadOnlyMemory<float> vector)
    {
        #region client-call-options
        var patient = layer.WithOptions(new()
        {
            TotalTimeout = TimeSpan.FromMinutes(10),
            Headers = new Dictionary<string, string> { ["x-tenant"] = "blue" },
            OnResponse = reply => Console.WriteLine($"{reply.Operation.Id}: {reply.Attempts} attempts"),
        });
        await patient.PutVectorAsync("products", "kettle", vector);
        var hits = await patient.Namespace("products").QueryAsync(new() { Vector = vector });
        Console.WriteLine($"{hits.Rows.Count} rows");
        #endregion
    }

    public static async Task WaitingAsync(HevlayerClient layer, DateTimeOffset started, IProgress<DrainProgress> progress)
    {
        #region client-waiting
        var status = await layer.WaitForDrainAsync("products", new() { MinimumDocuments = 2, Timeout = TimeSpan.FromMinutes(30) }, progress);
        Console.WriteLine($"{status.FailedCount} failed");

        var snapshot = await layer.WaitForSnapshotAsync("products", after: started);
        Console.WriteLine($"Snapshot {snapshot.Sha} of {snapshot.Watermark:u}");
        #endregion
    }
}
