using System.Net;
using Hevlayer.Local;
using Hevlayer.Tests.Shared;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Quickstart.Tests;

public sealed class GatewayFailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public GatewayFailureTests() => _folder.File("a.txt", "Some text.");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task NobodyListening_IsReportedWithTheAddress()
    {
        var run = await GatewayRun.RunAsync(
            ["--input", _folder.Path, "--gateway", Nobody.Address.AbsoluteUri], connections: null, new FakeTimeProvider());

        Assert.Equal(ExitCode.Gateway, run.ExitCode);
        Assert.Contains("The gateway cannot be reached.", run.Error, StringComparison.Ordinal);
        Assert.Contains("Check the address after --gateway", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "<!DOCTYPE html><title>Welcome</title>", "text/html")]
    [InlineData(HttpStatusCode.NotFound, "<html>no such page</html>", "text/html")]
    [InlineData(HttpStatusCode.NotFound, "", "text/plain")]
    [InlineData(HttpStatusCode.MethodNotAllowed, "method not allowed", "text/plain")]
    [InlineData(HttpStatusCode.OK, "[1, 2]", "application/json")]
    public async Task SomethingElseListening_IsNotTakenForAGateway(HttpStatusCode status, string body, string type)
    {
        using var other = new GatewayRun();
        using var connections = new HookedConnections(other.Gateway.CreateHandler(), request =>
            new(status) { Content = new StringContent(body, null, type), RequestMessage = request });

        var run = await other.RunAsync(["--input", _folder.Path], connections);

        Assert.Equal(ExitCode.Gateway, run.ExitCode);
        Assert.Equal("The address answers, but not like a gateway with pipelines. Check the address after --gateway.", run.Error.Trim());
    }

    [Fact]
    public async Task WrongKey_IsReportedWithoutTheKey()
    {
        using var gateway = new GatewayRun(options => options.Keys.Add(new LocalGatewayKey("right-key")));

        var run = await gateway.RunAsync(["--input", _folder.Path, "--key", "wrong-key"]);

        Assert.Equal(ExitCode.Gateway, run.ExitCode);
        Assert.Contains("does not accept the key", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-key", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyWithTooFewScopes_IsReportedWithTheScope()
    {
        using var gateway = new GatewayRun(options => options.Keys.Add(new LocalGatewayKey("reader", ApiKeyScope.Read)));

        var run = await gateway.RunAsync(["--input", _folder.Path, "--key", "reader"]);

        Assert.Equal(ExitCode.Gateway, run.ExitCode);
        Assert.Contains("it needs the scope admin", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyThatNoHeaderCarries_IsABadArgument()
    {
        using var gateway = new GatewayRun();

        var run = await gateway.RunAsync(["--input", _folder.Path, "--key", "two words"]);

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("ApiKey holds white space", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GatewayThatGoesAway_EndsTheRun()
    {
        using var gateway = new GatewayRun();
        using var connections = new SeveredConnections(gateway.Gateway.CreateHandler(), 4, isLastReplyLost: false, () => { });

        var run = await gateway.RunAsync(["--input", _folder.Path], connections);

        Assert.Equal(ExitCode.Gateway, run.ExitCode);
        Assert.Contains("The gateway cannot be reached.", run.Error, StringComparison.Ordinal);
    }
}
