using Hevlayer.AotTest;

namespace Hevlayer.PackageTest;

public sealed class FreshAppTests
{
    [Fact]
    public async Task App_OutsideTheRepository_RestoresThePackageAndCalls()
    {
        await using var gateway = MinimalGateway.Start(MinimalReplies.Read());
        gateway.Expected = GatewayOperations.ListPipelines;
        using var app = FreshApp.Create();

        var run = await app.RunAsync(gateway.BaseAddress, TestContext.Current.CancellationToken);

        Assert.Equal("read id", run.Output.Trim().Split('\n')[^1]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal([GatewayOperations.ListPipelines.Id], gateway.Answered);
    }
}
