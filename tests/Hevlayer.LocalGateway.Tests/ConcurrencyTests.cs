namespace Hevlayer.Local.Tests;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task EightClientsOverHttp_WriteAndQueryAtOnce_LoseNothing()
    {
        await using var gateway = await Harness.OverHttpAsync(options => options.StabilityLag = TimeSpan.Zero);
        await gateway.CreatePipelineAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(client => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                var id = $"c{client}-{i}";
                await gateway.StageAsync(id);
                (await gateway.IndexAsync(id)).Ok();
                (await gateway.PostAsync("/v2/namespaces/n/query", """{"vector":[1,0]}""")).Ok();
                (await gateway.PostAsync("/v2/namespaces/n", $$"""{"deletes":["{{id}}"],"upsert_rows":[{"id":"k{{id}}"}]}""")).Ok();
            }
        })));

        Assert.Equal(200, await gateway.CountAsync("indexed"));
        var count = await gateway.PostAsync("/v2/namespaces/n/scans", """{"mode":"count","filters":["id","Gte","k"]}""");
        Assert.Equal(200, count.Ok().Json.GetProperty("count").GetInt64());
        Assert.Equal(200, (await gateway.GetAsync("/v2/namespaces/n/metadata")).Ok().Json.GetProperty("approx_row_count").GetInt64());
    }
}
