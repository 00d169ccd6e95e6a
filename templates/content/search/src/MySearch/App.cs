using Hevlayer;
using Hevlayer.VectorData;
using Microsoft.Extensions.AI;

namespace MySearch;

/// <summary>The program: puts passages and searches them by meaning and by words.</summary>
public static class App
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddHevlayer();
        builder.Services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>, Embedder>();
        builder.Services.AddHevlayerCollection<string, Passage>("COLLECTION");

        var app = builder.Build();
        app.MapPut("/passages/{id}", static async (string id, HttpRequest request, HevlayerCollection<string, Passage> passages, CancellationToken cancellationToken) =>
        {
            using var reader = new StreamReader(request.Body);
            await passages.EnsureCollectionExistsAsync(cancellationToken);
            await passages.UpsertAsync(new Passage { Id = id, Text = await reader.ReadToEndAsync(cancellationToken) }, cancellationToken);
            return Results.NoContent();
        });
        app.MapGet("/search", static async (string q, HevlayerCollection<string, Passage> passages, CancellationToken cancellationToken) =>
        {
            var hits = await passages.HybridSearchAsync(q, q.Split(' '), top: 5, cancellationToken: cancellationToken).ToListAsync(cancellationToken);
            return Results.Text(string.Join('\n', hits.Select(static hit => $"{hit.Record.Id}\t{hit.Record.Text}")));
        });
        return app;
    }
}
