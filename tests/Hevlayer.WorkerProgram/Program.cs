using Hevlayer;
using Hevlayer.WorkerProgram;
using Hevlayer.Workers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// A worker for tests of whole processes. What it works with, and where its journal is, its variables say.
var builder = Host.CreateApplicationBuilder(args);
if (builder.Configuration["JOURNAL_NAMESPACE"] is { Length: > 0 } name)
{
    builder.Services.AddSingleton<IAttemptJournal>(services =>
        new NamespaceAttemptJournal(services.GetRequiredService<IHevlayerClient>(), name, TimeProvider.System));
}

if (builder.Configuration["WORK"] == "handler")
{
    builder.Services.AddHevlayerWorkers().AddDocuments<CrashingHandler>();
}
else
{
    builder.Services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(builder.Configuration["WORK"] == "large" ? new LargeEmbedder() : new CrashingEmbedder());
    builder.Services.AddHevlayerEmbeddingWorker();
}

await builder.Build().RunAsync();
