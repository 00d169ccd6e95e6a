using System.Net;

namespace Hevlayer.Local.Tests;

/// <summary>What a gateway is connected to, and its agents.</summary>
public sealed class InstallationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task VectorStore_IsTheGatewayItself()
    {
        await using var gateway = Harness.InProcess();
        await using var layer = gateway.Client();

        var store = Assert.Single((await layer.Api.ListVectorstoresAsync(cancellationToken: Token)).Vectorstores);

        Assert.Equal(("local", true, InboundAuthMode.Open), (store.Kind, store.Default, store.InboundAuth!.Mode));
        Assert.Equal(store.Name, (await layer.Api.GetVectorstoreAsync("local", cancellationToken: Token)).Name);
        Assert.Equal(HttpStatusCode.NotFound, (await gateway.GetAsync("/v2/vectorstores/main")).Status);
    }

    [Fact]
    public async Task Warehouses_AreThoseOfTheOptions()
    {
        var sales = new Warehouse { Name = "sales", Namespace = "data", Kind = "rest", VerifyInterval = "5m", Status = new() { Phase = WarehousePhase.Verified, Consumers = new() { Pipelines = 0, ApiKeys = 0 }, Conditions = [] } };
        await using var gateway = Harness.InProcess(options => options.Warehouses.Add(sales));
        await using var layer = gateway.Client();

        Assert.Equal("sales", Assert.Single((await layer.Api.ListWarehousesAsync(cancellationToken: Token)).Warehouses).Name);
        Assert.Equal(WarehousePhase.Verified, (await layer.Api.GetWarehouseAsync("sales", cancellationToken: Token)).Status.Phase);
        Assert.Equal(HttpStatusCode.NotFound, (await gateway.GetAsync("/v2/warehouses/other")).Status);
    }

    [Fact]
    public async Task Agent_RunsTheRoundsOfItsScriptAndMergesThem()
    {
        await using var gateway = Harness.InProcess(options => options.Agents["shop"] = new(
            question => new() { Vector = question.Vector, Namespaces = ["m"] },
            (_, first) => first.Rows.Count < 3 ? new() { Vector = new float[] { 0, 1 }, Namespaces = ["m", "n"] } : null));
        await using var layer = gateway.Client();
        await layer.Namespace("m").WriteAsync(new() { UpsertRows = [new() { Id = "a", Vector = new float[] { 1, 0 } }, new() { Id = "b", Vector = new float[] { 0, 1 } }] }, Token);
        await layer.Namespace("n").WriteAsync(new() { UpsertRows = [new() { Id = "c", Vector = new float[] { 0, 1 } }] }, Token);

        var answer = await layer.Api.QueryAgentAsync("shop", new() { Query = "what?", Vector = new float[] { 1, 0 } }, cancellationToken: Token);

        Assert.Equal(["a", "b", "c"], answer.Rows.Select(row => row.Id.AsString()));
        Assert.Equal([1L, 2L, 3L], answer.Rows.Select(row => row.Attributes.GetInt64("$rank")!.Value));
        Assert.Equal((2, 2, false), (answer.Agent!.Turns, answer.Agent.Queries.Count, answer.Agent.DeadlineHit));
        Assert.Equal(10, answer.Agent.Queries[0].GetProperty("top_k").GetInt32());
        Assert.Equal(["m", "n"], answer.Namespaces.Select(one => one.Namespace));
        Assert.Equal(HttpStatusCode.NotFound, (await gateway.PostAsync("/v2/agents/other/query", """{"query":"q"}""")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await gateway.PostAsync("/v2/agents/shop/query", """{"query":"q","top_k":0}""")).Status);
    }
}
