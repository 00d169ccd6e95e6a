namespace Hevlayer.Local.Tests;

public sealed class CoverageTests
{
    [Fact]
    public void EveryOperation_IsSimulatedOrSaidNotToBe()
    {
        using var gateway = LocalGateway.Create();

        Assert.Equal(
            GatewayOperations.All.Select(operation => operation.Id).Order(StringComparer.Ordinal),
            gateway.Simulated.Concat(LocalGateway.NotSimulated).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NotSimulated_IsSorted() =>
        Assert.Equal(LocalGateway.NotSimulated.Order(StringComparer.Ordinal), LocalGateway.NotSimulated);

    [Fact]
    public async Task NotSimulated_Each_Answers501WithItsName()
    {
        await using var gateway = Harness.InProcess();
        foreach (var operation in GatewayOperations.All.Where(operation => LocalGateway.NotSimulated.Contains(operation.Id)))
        {
            var reply = await gateway.SendAsync(operation.Method.Method, operation.Route.Replace("{", string.Empty, StringComparison.Ordinal).Replace("}", string.Empty, StringComparison.Ordinal), null);

            Assert.Equal(501, (int)reply.Status);
            Assert.Equal("not_simulated", reply.Error);
            Assert.Contains($"{operation.Method} {operation.Route} ({operation.Id})", reply.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task License_IsThatOfAnOpenGateway()
    {
        await using var gateway = Harness.InProcess();

        Assert.Equal(
            """{"valid":false,"state":"floor","reason":"open_gateway","gateway":{"state":"floor","seconds_to_deadline":0,"grace_seconds_remaining":0}}""",
            (await gateway.GetAsync("/v2/license")).Ok().Body);
    }
}
