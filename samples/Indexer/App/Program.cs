using Hevlayer.Indexer;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default));
builder.Services.AddOptions<IndexRunOptions>().BindConfiguration("IndexRuns").Configure(static (IndexRunOptions options, IConfiguration configuration) =>
    options.Apply(configuration)).Validate(static options => options.Problem is null, "IndexRuns:QueueUrl is not the address of a queue; set it, or QUEUE_URL.").ValidateOnStart();
builder.Services.AddHevlayer();
builder.Services.AddSingleton<DocumentQueue>();
builder.Services.AddSingleton<IndexRuns>();
builder.Services.AddHostedService(static provider => provider.GetRequiredService<IndexRuns>());

var app = builder.Build();
app.MapIndexRuns();
await app.RunOrderlyAsync();
