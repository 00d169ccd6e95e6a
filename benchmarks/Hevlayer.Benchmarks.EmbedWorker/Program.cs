using Hevlayer.Benchmarks;
using Hevlayer.Workers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(new FreeEmbedder());
builder.Services.AddHevlayerEmbeddingWorker();
using var host = builder.Build();
await host.StartAsync();
var status = host.Services.GetRequiredService<WorkerStatus>();
while (status.Claimed == 0)
{
    await Task.Delay(1);
}

Console.WriteLine("claimed");
await host.WaitForShutdownAsync();
