using Hevlayer.VectorData;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.VectorData;

namespace Hevlayer.Conventions.Tests.Snippets;

internal static class VectorDataSnippets
{
    public static async Task SearchAsync(HevlayerClient layer, ReadOnlyMemory<float> vector)
    {
        #region vectordata-first
        using var store = new HevlayerVectorStore(layer);
        var notes = store.GetCollection<string, Note>("notes");
        await notes.EnsureCollectionExistsAsync();
        await notes.UpsertAsync(new Note { Id = "kettle", Text = "A red kettle.", Price = 49.90m, Vector = vector });

        var hits = notes.SearchAsync(vector, top: 5, new() { Filter = note => note.Price < 50 && note.Text != null });
        await foreach (var hit in hits)
        {
            Console.WriteLine($"{hit.Score:0.000} {hit.Record.Text}");
        }
        #endregion
    }

    public static void Register(IServiceCollection services)
    {
        #region vectordata-registration
        services.AddHevlayer();
        services.AddHevlayerVectorStore();
        services.AddHevlayerCollection<string, Note>("notes");
        #endregion
    }

    public static async Task<List<VectorSearchResult<Note>>> HybridAsync(HevlayerCollection<string, Note> notes, ReadOnlyMemory<float> vector)
    {
        #region vectordata-hybrid
        var best = await notes.HybridSearchAsync(vector, ["red", "kettle"], top: 3).ToListAsync();
        #endregion
        return best;
    }

    public static async Task PackageAsync(HevlayerClient layer, ReadOnlyMemory<float> vector)
    {
        #region vectordata-package
        using var store = new HevlayerVectorStore(layer);
        var notes = store.GetCollection<string, Note>("notes");
        await notes.EnsureCollectionExistsAsync();
        await notes.UpsertAsync(new Note { Id = "kettle", Text = "A red kettle.", Vector = vector });

        await foreach (var hit in notes.SearchAsync(vector, top: 5, new() { Filter = note => note.Price < 50 }))
        {
            Console.WriteLine($"{hit.Score:0.000} {hit.Record.Text}");
        }
        #endregion
    }

    #region vectordata-record
    public sealed class Note
    {
        [VectorStoreKey]
        public string Id { get; set; } = "";

        [VectorStoreData(StorageName = "text", IsFullTextIndexed = true)]
        public string? Text { get; set; }

        [VectorStoreData]
        public decimal Price { get; set; }

        [VectorStoreVector(2, DistanceFunction = DistanceFunction.CosineSimilarity)]
        public ReadOnlyMemory<float> Vector { get; set; }
    }
    #endregion
}
