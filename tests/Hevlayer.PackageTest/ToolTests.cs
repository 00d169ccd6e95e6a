using System.Net;

namespace Hevlayer.PackageTest;

public sealed class ToolTests
{
    [Fact]
    public async Task Tool_InstalledFromItsPackage_AnswersAsAGateway()
    {
        var token = TestContext.Current.CancellationToken;
        using var tool = await InstalledTool.InstallAsync(token);
        using var program = tool.Run("--port", "0", "--key", "reader:read");
        try
        {
            var line = await program.StandardOutput.ReadLineAsync(token);
            await using var layer = new HevlayerClient(new() { BaseAddress = new(line!.Split(' ')[^1]), ApiKey = "reader" });

            var refused = await Assert.ThrowsAsync<HevlayerException>(() => layer.EnsurePipelineAsync("products", "products", cancellationToken: token));

            Assert.StartsWith("hevlayer-local listens on http://127.0.0.1:", line, StringComparison.Ordinal);
            Assert.Equal((HttpStatusCode.Forbidden, "admin"), (refused.StatusCode, refused.RequiredScope));
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync(CancellationToken.None);
        }
    }
}
