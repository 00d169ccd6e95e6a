using Hevlayer.Samples;
using Hevlayer.Samples.Search;
using Hevlayer.VectorData;
using Microsoft.Extensions.AI;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddHevlayer();
builder.Services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>, FeatureHashingEmbedder>(static _ => new());
builder.Services.AddHevlayerCollection<string, Passage>("passages");

var app = builder.Build();
var passages = app.Services.GetRequiredService<HevlayerCollection<string, Passage>>();
await passages.EnsureCollectionExistsAsync();

app.MapPut("/passages/{id}", async (string id, HttpRequest request, CancellationToken cancellationToken) =>
{
    using var reader = new StreamReader(request.Body);
    await passages.UpsertAsync(new Passage { Id = id, Text = await reader.ReadToEndAsync(cancellationToken) }, cancellationToken);
    return Results.NoContent();
});

app.MapGet("/passages/{id}", async (string id, CancellationToken cancellationToken) =>
    await passages.GetAsync(id, cancellationToken: cancellationToken) is { } passage ? Results.Text(passage.Text) : Results.NotFound());

app.MapDelete("/passages/{id}", (string id, CancellationToken cancellationToken) => passages.DeleteAsync(id, cancellationToken));

app.MapGet("/search", async (string q, int? top, CancellationToken cancellationToken) =>
{
    var hits = await passages.HybridSearchAsync(q, q.Split(' '), top ?? 5, cancellationToken: cancellationToken).ToListAsync(cancellationToken);
    return Results.Text(string.Join('\n', hits.Select(static hit => $"{hit.Score:0.000}\t{hit.Record.Id}\t{hit.Record.Text}")));
});

await app.RunAsync();
