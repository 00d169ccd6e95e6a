using Hevlayer;

await using var layer = new HevlayerClient(HevlayerClientOptions.FromEnvironment());
var list = await layer.Api.ListPipelinesAsync();
Console.WriteLine($"read {list.Pipelines[0].Id}");
