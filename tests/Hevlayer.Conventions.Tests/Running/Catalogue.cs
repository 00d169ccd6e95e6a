namespace Hevlayer.Conventions.Tests;

/// <summary>The shop that the pages tell of.</summary>
internal static class Catalogue
{
    /// <summary>A vector right beside the kettle's.</summary>
    public static ReadOnlyMemory<float> Kettle { get; } = new float[] { 1, 0 };

    public static Task<TurbopufferWriteResponse> FillAsync(HevlayerClient layer) => layer.Namespace("products").WriteAsync(new()
    {
        UpsertRows =
        [
            Row("kettle", [1, 0], "Red kettle", "red", 30, "sale"),
            Row("pan", [0.8f, 0.6f], "Red pan", "red", 8, "new"),
            Row("mug", [0, 1], "Blue mug", "blue", 5, "new"),
        ],
        DistanceMetric = DistanceMetric.CosineDistance,
    });

    /// <summary>Puts documents into the pipeline's queue, each with one chunk.</summary>
    public static async Task StageAsync(HevlayerClient layer, params IEnumerable<string> documents)
    {
        await layer.EnsurePipelineAsync("products", targetNamespace: "products");
        foreach (var document in documents)
        {
            await layer.PutChunksAsync("products", document, [new() { Id = $"{document}#0", Text = $"A red {document}." }]);
        }
    }

    private static WriteRow Row(string id, float[] vector, string title, string color, int price, string tag) => new()
    {
        Id = id,
        Vector = vector,
        Attributes = new() { ["title"] = title, ["text"] = $"{title}, as new.", ["color"] = color, ["price"] = price, ["tags"] = new AttributeValue[] { tag } },
    };
}
