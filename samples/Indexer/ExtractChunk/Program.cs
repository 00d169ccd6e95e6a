using Amazon.SQS;
using Hevlayer.Indexer;
using Hevlayer.Workers;

var builder = WebApplication.CreateSlimBuilder(args);

// Address, region and credentials come from where the AWS SDK looks for them.
builder.Services.AddSingleton<IAmazonSQS>(static _ => new AmazonSQSClient());
builder.Services.AddSingleton(static provider => SqsQueue.Of(provider.GetRequiredService<SourceReference>()));
builder.Services.AddHevlayerWorkers().AddSource<ProductUpdate, SqsSource>(
    static update => update.Id,
    static update => SourceDocument.OfText(update.Text));
builder.Services.AddHealthChecks().AddHevlayerWorkers();

var app = builder.Build();
app.MapHealthChecks("/live", new() { Predicate = static check => check.Tags.Contains("live") });
app.MapHealthChecks("/ready");
await app.RunOrderlyAsync();
