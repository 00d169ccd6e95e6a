namespace Hevlayer.Wire.Tests.Fallback;

public sealed class FallbackOptionsTests
{
    private static readonly Uri Gateway = new("https://gateway.test");
    private static readonly Uri Turbopuffer = new("https://turbopuffer.test");

    [Fact]
    public void Options_ByDefault_DoNotFallThrough() => Assert.Null(new HevlayerClientOptions().Fallback);

    [Fact]
    public void Fallback_ByDefault_TakesReadsOnly()
    {
        var fallback = new HevlayerFallbackOptions();

        Assert.True(fallback.Reads);
        Assert.False(fallback.Writes);
        Assert.Equal("https://aws-us-east-1.turbopuffer.com/", fallback.BaseAddress.AbsoluteUri);
    }

    [Fact]
    public void Environment_HoldsAKeyForTurbopuffer_OnlyTheExplicitMethodReadsIt()
    {
        var before = (Environment.GetEnvironmentVariable("TURBOPUFFER_API_KEY"), Environment.GetEnvironmentVariable("TURBOPUFFER_API_URL"));
        try
        {
            Environment.SetEnvironmentVariable("TURBOPUFFER_API_KEY", " key ");
            Environment.SetEnvironmentVariable("TURBOPUFFER_API_URL", "https://other.turbopuffer.test");

            Assert.Null(HevlayerClientOptions.FromEnvironment().Fallback);
            var fallback = HevlayerFallbackOptions.FromEnvironment();
            Assert.Equal(" key ", fallback!.ApiKey);
            Assert.Equal("https://other.turbopuffer.test/", fallback.BaseAddress.AbsoluteUri);

            Environment.SetEnvironmentVariable("TURBOPUFFER_API_URL", "not an address");
            Assert.Throws<HevlayerOptionsException>(HevlayerFallbackOptions.FromEnvironment);

            Environment.SetEnvironmentVariable("TURBOPUFFER_API_KEY", " ");
            Assert.Null(HevlayerFallbackOptions.FromEnvironment());
        }
        finally
        {
            Environment.SetEnvironmentVariable("TURBOPUFFER_API_KEY", before.Item1);
            Environment.SetEnvironmentVariable("TURBOPUFFER_API_URL", before.Item2);
        }
    }

    [Theory]
    [InlineData("Fallback.ApiKey is empty", null, "https://t.test", 0.25)]
    [InlineData("Fallback.ApiKey is empty", "  ", "https://t.test", 0.25)]
    [InlineData("no HTTP header may carry", "a b", "https://t.test", 0.25)]
    [InlineData("absolute http or https", "key", "ftp://t.test", 0.25)]
    [InlineData("the same server", "key", "https://gateway.test/other", 0.25)]
    [InlineData("Fallback.TimeShare is 0;", "key", "https://t.test", 0)]
    [InlineData("Fallback.TimeShare is 1;", "key", "https://t.test", 1)]
    [InlineData("Fallback.TimeShare is NaN", "key", "https://t.test", double.NaN)]
    public void Options_ThatCannotWork_AreRefusedWithAReason(string reason, string? key, string address, double share)
    {
        var options = Clients.Options(Gateway, Turbopuffer, fallback =>
            (fallback.ApiKey, fallback.BaseAddress, fallback.TimeShare) = (key, new Uri(address), share));

        var error = Assert.Throws<HevlayerOptionsException>(() => new HevlayerClient(options));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a b", error.Message, StringComparison.Ordinal);
    }
}
