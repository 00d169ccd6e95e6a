using Hevlayer;
using Hevlayer.Local;
using Hevlayer.Samples;
using Hevlayer.Samples.Search;
using Hevlayer.VectorData;

if (args is not [var folder, var question])
{
    Console.Error.WriteLine("usage: search FOLDER QUESTION");
    return 2;
}

await using var gateway = Environment.GetEnvironmentVariable("HEVLAYER_BASE_URL") is null ? await LocalGateway.StartAsync() : null;
await using var layer = new HevlayerClient(gateway is null ? HevlayerClientOptions.FromEnvironment() : new() { BaseAddress = gateway.BaseAddress });
using var store = new HevlayerVectorStore(layer, new() { EmbeddingGenerator = new FeatureHashingEmbedder() });
var passages = store.GetCollection<string, Passage>("passages");

await passages.UpsertAsync(
    Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
        .SelectMany(file => File.ReadAllText(file).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select((text, index) => new Passage { Id = $"{Path.GetFileName(file)}#{index}", Document = file, Text = text })));

await foreach (var hit in passages.HybridSearchAsync(question, question.Split(' '), top: 3))
{
    Console.WriteLine($"{hit.Score:0.000}  {hit.Record.Id}");
    Console.WriteLine($"       {hit.Record.Text?.ReplaceLineEndings(" ")}");
}

return 0;
