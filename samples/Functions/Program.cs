using Hevlayer;
using Hevlayer.Local;
using Hevlayer.Samples.Functions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// Without a gateway of yours, one runs in this process, and gets some rows.
await using var local = Environment.GetEnvironmentVariable("HEVLAYER_BASE_URL") is null
    ? await LocalGateway.StartAsync(new() { StatusCacheTime = TimeSpan.Zero, StabilityLag = TimeSpan.Zero })
    : null;

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddHevlayer(options =>
{
    if (local is not null)
    {
        (options.BaseAddress, options.Polling) = (local.BaseAddress, new() { StatusCacheTime = TimeSpan.Zero });
    }
});
builder.Services.AddHevlayerWorkers().AddFunction<Summarise, Article, Summary>(
    "summaries",
    RowJson.Default.Article,
    RowJson.Default.Summary,
    options => options.Register(new() { TargetNamespaces = ["articles"], Version = "v1", Worker = new() }));
using var host = builder.Build();

if (local is null)
{
    await host.RunAsync();
    return;
}

var layer = host.Services.GetRequiredService<IHevlayerClient>();
var articles = layer.Namespace("articles");
await articles.WriteAsync(new()
{
    UpsertRows =
    [
        new() { Id = "lease", Vector = new float[] { 1, 0 }, Attributes = new() { ["text"] = "A lease makes a claim exclusive. It is over unless it is renewed." } },
        new() { Id = "drain", Vector = new float[] { 0, 1 }, Attributes = new() { ["text"] = "A worker that drains finishes what it holds. It claims nothing more." } },
        new() { Id = "blank", Vector = new float[] { 1, 1 }, Attributes = new() { ["text"] = " " } },
    ],
});

await host.StartAsync();
await layer.Function("summaries").EnsureVersionAsync(new() { TargetNamespaces = ["articles"], Inputs = ["text"], Version = "v1", Worker = new() });
var status = await layer.Function("summaries").DiscoverAndWaitAsync();
foreach (var id in (string[])["lease", "drain"])
{
    var row = await articles.FetchAsync(id);
    Console.WriteLine($"{id}: {row.Attributes.GetString("summary")} ({row.Attributes.GetInt64("words")} words)");
}

Console.WriteLine($"{status.FailedCount} row failed.");
await host.StopAsync();
