using System.Net;

namespace Hevlayer.Local.Tests;

public sealed class FaultTargetTests
{
    [Fact]
    public async Task Pipeline_OfTheRoute_IsStruckAlone()
    {
        await using var harness = Harness.InProcess();
        await harness.CreatePipelineAsync();
        (await harness.PostAsync("/v2/pipelines", """{"id":"q","target_namespace":"n"}""")).Ok();
        harness.Gateway.Faults.Add(new() { Pipeline = "p" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await harness.GetAsync("/v2/pipelines/p/status")).Status);
        Assert.Equal(HttpStatusCode.OK, (await harness.GetAsync("/v2/pipelines/q/status")).Status);
    }

    [Fact]
    public async Task Namespace_OfTheRoute_IsStruckAlone()
    {
        await using var harness = Harness.InProcess();
        harness.Gateway.Faults.Add(new() { Namespace = "n" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await harness.GetAsync("/v2/namespaces/n/metadata")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await harness.GetAsync("/v2/namespaces/m/metadata")).Status);
    }

    [Fact]
    public async Task Document_InRouteOrBody_IsStruckAlone()
    {
        await using var harness = Harness.InProcess();
        await harness.CreatePipelineAsync();
        await harness.StageAsync("a", "b%2Fc");
        harness.Gateway.Faults.Add(new() { Document = "b/c" });

        Assert.Equal(HttpStatusCode.OK, (await harness.ChunksAsync("a")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await harness.ChunksAsync("b%2Fc")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await HeartbeatAsync("a", "b/c"));
        Assert.Equal(HttpStatusCode.OK, await HeartbeatAsync("a"));

        async Task<HttpStatusCode> HeartbeatAsync(params string[] ids) =>
            (await harness.PostAsync("/v2/pipelines/p/documents/heartbeat", $$"""{"worker_id":"w","document_ids":["{{string.Join("\",\"", ids)}}"]}""")).Status;
    }

    [Fact]
    public async Task Probability_WithASeed_GivesTheSameFateEachTime()
    {
        var first = await FatesAsync(seed: 7);
        var second = await FatesAsync(seed: 7);
        var other = await FatesAsync(seed: 8);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Count(struck => struck), 20, 80);
    }

    [Fact]
    public async Task SeveralFaults_FitACall_TheOldestThatIsNotSpentStrikes()
    {
        await using var harness = Harness.InProcess();
        harness.Gateway.Faults.Add(new() { Status = (HttpStatusCode)501, Count = 1 });
        harness.Gateway.Faults.Add(new() { Status = (HttpStatusCode)502 });

        Assert.Equal(501, (int)(await harness.GetAsync("/v2/pipelines")).Status);
        Assert.Equal(502, (int)(await harness.GetAsync("/v2/pipelines")).Status);
        harness.Gateway.Faults.Clear();
        Assert.Equal(200, (int)(await harness.GetAsync("/v2/pipelines")).Status);
    }

    public static TheoryData<InjectedFault, string> Wrong => new()
    {
        { new() { Operation = "claim" }, "'claim'" },
        { new() { Probability = 0 }, "Probability" },
        { new() { Probability = double.NaN }, "Probability" },
        { new() { Count = 0 }, "Count" },
        { new() { Status = (HttpStatusCode)99 }, "Status" },
        { new() { ContentType = "html" }, "ContentType" },
        { new() { Delay = TimeSpan.FromSeconds(-1) }, "Delay" },
        { new() { Effect = FaultEffect.Delay }, "Delay" },
        { new() { RetryAfter = TimeSpan.FromDays(31) }, "RetryAfter" },
        { new() { Effect = (FaultEffect)99 }, "99" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Add_ValueOutOfRange_IsRefusedByName(InjectedFault fault, string named)
    {
        using var gateway = LocalGateway.Create();

        Assert.Contains(named, Assert.Throws<ArgumentException>(() => gateway.Faults.Add(fault)).Message, StringComparison.Ordinal);
        Assert.Empty(gateway.Faults.All);
    }

    private static async Task<bool[]> FatesAsync(int seed)
    {
        await using var harness = Harness.InProcess();
        harness.Gateway.Faults.Add(new() { Probability = 0.5, Seed = seed });
        var fates = new bool[100];
        for (var i = 0; i < fates.Length; i++)
        {
            fates[i] = (int)(await harness.GetAsync("/v2/pipelines")).Status == 503;
        }

        return fates;
    }
}
