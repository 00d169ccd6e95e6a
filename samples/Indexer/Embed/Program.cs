using Hevlayer.Indexer;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddSingleton(provider =>
    EmbedderChoice.Open(builder.Configuration["MODEL_FOLDER"], provider.GetRequiredService<ILogger<Program>>()));
builder.Services.AddHevlayerEmbeddingWorker();
builder.Services.AddHealthChecks().AddHevlayerWorkers();

var app = builder.Build();
app.MapHealthChecks("/live", new() { Predicate = static check => check.Tags.Contains("live") });
app.MapHealthChecks("/ready");
await app.RunOrderlyAsync();
