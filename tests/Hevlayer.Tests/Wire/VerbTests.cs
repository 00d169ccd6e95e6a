namespace Hevlayer.Tests.Wire;

/// <summary>Each verb over real HTTP: what arrives at the gateway and what the caller gets back.</summary>
public sealed class VerbTests(Gateway gateway) : IClassFixture<Gateway>
{
    public static TheoryData<string> Names => [.. VerbCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Verb_EverythingSet_SendsTheContractAndReadsTheReply(string name)
    {
        var verb = VerbCases.All[name];
        gateway.Reset();
        gateway.Answer(verb.Method, verb.Target.Split('?')[0], verb.Reply);
        await using var client = TestClients.Connected(gateway.Address);

        var result = await verb.Call(client);

        verb.Check(result);
        var request = Assert.Single(gateway.Requests);
        Assert.Equal((verb.Method, Uri.UnescapeDataString(verb.Target)), (request.Method, Uri.UnescapeDataString(request.Target)));
        Assert.Equal("Bearer test-key", request.Headers["Authorization"]);
        if (verb.Body.Length > 0)
        {
            JsonAssert.Same(verb.Body, request.Body);
            Assert.Equal("application/json", request.Headers["Content-Type"]);
        }
        else
        {
            Assert.Empty(request.Body);
            Assert.DoesNotContain("Content-Type", request.Headers.Keys);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Verb_ReplyHoldsUnknownMembers_ReadsTheRest(string name)
    {
        var verb = VerbCases.All[name];
        gateway.Reset();
        gateway.Answer(verb.Method, verb.Target.Split('?')[0], WithUnknownMembers(verb.Reply));
        await using var client = TestClients.Connected(gateway.Address);

        verb.Check(await verb.Call(client));
    }

    // Into each object of the reply, except for maps, whose every member counts.
    private static string WithUnknownMembers(string json) => json
        .Replace("{\"id\"", "{\"x_new\":{\"a\":[1,null]},\"id\"", StringComparison.Ordinal)
        .Replace("{\"pipeline_id\"", "{\"x_new\":{\"a\":[1,null]},\"pipeline_id\"", StringComparison.Ordinal)
        .Replace("{\"status\"", "{\"x_new\":[[]],\"status\"", StringComparison.Ordinal)
        .Replace("{\"watermark_ms\"", "{\"x_new\":\"y\",\"watermark_ms\"", StringComparison.Ordinal)
        .Replace("{\"rows\"", "{\"x_new\":true,\"rows\"", StringComparison.Ordinal)
        .Replace("{\"documents\"", "{\"x_new\":1.5,\"documents\"", StringComparison.Ordinal);
}
