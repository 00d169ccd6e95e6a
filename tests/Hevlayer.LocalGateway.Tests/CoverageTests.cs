namespace Hevlayer.Local.Tests;

public sealed class CoverageTests
{
    [Fact]
    public void EveryOperation_IsSimulated()
    {
        using var gateway = LocalGateway.Create();

        Assert.Equal(GatewayOperations.All.Select(operation => operation.Id).Order(StringComparer.Ordinal), gateway.Simulated);
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
