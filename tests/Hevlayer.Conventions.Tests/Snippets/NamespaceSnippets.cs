namespace Hevlayer.Conventions.Tests.Snippets;

internal static class NamespaceSnippets
{
    public static async Task ScansAsync(HevlayerClient layer)
    {
        #region namespaces-scans
        var products = layer.Namespace("products");
        var count = await products.CountAsync(new() { Filters = Filter.Eq("color", "red") });
        Console.WriteLine($"{(count.Bounded == true ? "at least " : "")}{count.Count} red products");

        await foreach (var id in products.ScanIdsAsync())
        {
            Console.WriteLine(id);
        }

        await foreach (var color in products.ScanValuesAsync("color"))
        {
            Console.WriteLine($"{color.Value}: {color.Count}");
        }
        #endregion
    }

    public static async Task ScanJobAsync(HevlayerClient layer)
    {
        #region namespaces-scan-job
        var products = layer.Namespace("products");
        var scan = await products.StartScanAsync(new() { Filters = Filter.Gte("price", 10) });
        // ... something else ...
        scan = await products.WaitForScanAsync(scan.Id);
        Console.WriteLine($"{scan.DocumentsScanned} rows by {scan.EffectiveSource}");
        #endregion
    }

    public static async Task FetchAsync(HevlayerClient layer)
    {
        #region namespaces-fetch
        var products = layer.Namespace("products");
        var kettle = await products.FetchAsync("kettle");
        Console.WriteLine(kettle.Attributes.GetString("title"));

        var several = await products.FetchManyAsync(["mug", "teapot"], includeAttributes: ["price"]);
        Console.WriteLine($"{several.Documents.Count} found, not {string.Join(", ", several.Missing)}");
        #endregion
    }

    public static async Task ListsAsync(HevlayerClient layer, string? savedCursor, DateTimeOffset yesterday)
    {
        #region namespaces-lists
        await foreach (var entry in layer.ListNamespaces(prefix: "prod"))
        {
            Console.WriteLine($"{entry.Name}: {entry.RowCount} rows");
        }

        var history = layer.Namespace("products").ListSearchHistory(new() { Tags = ["surface:web"] });
        await foreach (var page in history.Pages(from: savedCursor))
        {
            Console.WriteLine($"{page.Items.Count} searches, next page at {page.NextCursor}");
        }

        await foreach (var made in layer.ListSnapshotActivity(since: yesterday))
        {
            Console.WriteLine($"Snapshot {made.Sha} of {made.Namespace}");
        }
        #endregion
    }

    public static async Task SearchesAsync(HevlayerClient layer, ReadOnlyMemory<float> vector)
    {
        #region namespaces-searches
        var search = new SearchContext { QueryText = "red kettle", Tags = ["surface:web"] };
        var hits = await layer.Namespace("products").QueryAsync(new() { Vector = vector }, search);

        var everywhere = await layer.QueryFederatedAsync(new FederatedQueryRequest { Vector = vector, Namespaces = ["products", "manuals"] }, search);
        if (everywhere.IsPartial)
        {
            Console.WriteLine($"No answer from {string.Join(", ", everywhere.Errors!.Select(error => error.Namespace))}");
        }

        var answer = await layer.QueryAgentAsync("shopper", new() { Query = "a kettle for two" }, budget: TimeSpan.FromSeconds(60));
        #endregion
        Console.WriteLine($"{hits.Rows.Count} {answer.Rows.Count}");
    }

    public static async Task ClicksAsync(HevlayerClient layer, ReadOnlyMemory<float> vector)
    {
        #region namespaces-clicks
        var products = layer.Namespace("products");
        var (hits, metadata) = await layer.WithMetadataAsync((_, token) =>
            products.QueryAsync(new() { Vector = vector }, new() { QueryText = "red kettle" }, token));

        var click = new SearchContext { TraceParent = metadata?.TraceParent, Tags = ["surface:web"] };
        await products.FetchAsync(hits.Rows[0].Id.ToString(), search: click);

        await foreach (var seen in products.ListClickstream(traceId: metadata?.TraceId))
        {
            Console.WriteLine($"{seen.DocId} was opened at {seen.Timestamp:u}");
        }
        #endregion
    }

    public static async Task JobsAsync(HevlayerClient layer)
    {
        #region namespaces-jobs
        var products = layer.Namespace("products");
        var snapshot = await products.CreateSnapshotAndWaitAsync(new() { Field = "color" });
        Console.WriteLine(snapshot.Sha);

        await products.WarmNamespaceAsync(new() { Blobs = true, BlobBudgetBytes = 64 << 20 });
        await products.WarmDocumentsAndWaitAsync();
        #endregion
    }

    public static async Task CheckpointsAsync(HevlayerClient layer, DateTimeOffset started)
    {
        #region namespaces-checkpoints
        var products = layer.Namespace("products");
        await products.WaitForSnapshotAsync(after: started);
        await products.CreateCheckpointAsync("before-the-sale");

        await foreach (var checkpoint in products.ListCheckpoints())
        {
            Console.WriteLine($"{checkpoint.Label}: {checkpoint.RowCount} rows, snapshot {checkpoint.Sha}");
        }
        #endregion
    }

    public static async Task ContentAsync(HevlayerClient layer, ReadOnlyMemory<byte> picture)
    {
        #region namespaces-content
        var products = layer.Namespace("products");
        await products.PatchColumnsAsync(["kettle", "pan"], new Dictionary<string, AttributeValues> { ["price"] = [30, 25] });

        var blob = await products.PutBlobAsync(picture);
        var bytes = await products.GetBlobAsync(blob.Sha256);

        await layer.Namespace("products-copy").CopyFromAsync("products");
        await layer.Namespace("products-trial").BranchFromAsync("products");
        #endregion
        Console.WriteLine(bytes.Length);
    }

    public static async Task FunctionsAsync(HevlayerClient layer)
    {
        #region namespaces-functions
        var captions = layer.Function("captions");
        await captions.EnsureAsync(new() { TargetNamespaces = ["products"], Inputs = ["text"], Worker = new() { Image = "captions:1" } });

        var status = await captions.DiscoverAndWaitAsync();
        Console.WriteLine($"{status.FailedCount} rows failed");
        #endregion
    }
}
