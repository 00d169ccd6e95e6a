namespace Hevlayer.Tests.Options;

public sealed class EnvironmentOptionsTests
{
    [Fact]
    public void From_NothingSet_KeepsTheDefaults()
    {
        var options = From([]);

        Assert.Null(options.BaseAddress);
        Assert.Null(options.ApiKey);
    }

    [Theory]
    [InlineData("http://first:1", "http://second:2", "http://first:1/")]
    [InlineData("", "http://second:2", "http://second:2/")]
    [InlineData(" ", "http://second:2", "http://second:2/")]
    [InlineData(null, " http://second:2\n", "http://second:2/")]
    [InlineData("http://first:1/prefix", null, "http://first:1/prefix")]
    public void From_Address_TakesTheFirstThatIsSet(string? first, string? second, string address) =>
        Assert.Equal(address, From(new() { ["HEVLAYER_BASE_URL"] = first, ["LAYER_GATEWAY_URL"] = second }).BaseAddress?.AbsoluteUri);

    [Theory]
    [InlineData("one", "two", "one")]
    [InlineData("", "two", "two")]
    [InlineData(" ", "two", "two")]
    [InlineData(null, "two", "two")]
    [InlineData(null, null, null)]
    public void From_Key_TakesTheFirstThatIsSet(string? first, string? second, string? key) =>
        Assert.Equal(key, From(new() { ["HEVLAYER_API_KEY"] = first, ["LAYER_GATEWAY_API_KEY"] = second }).ApiKey);

    [Theory]
    [InlineData("localhost:8080")]
    [InlineData("/v2")]
    [InlineData("ftp://host")]
    [InlineData("not a url")]
    public void From_AddressThatIsNone_NamesTheVariable(string text)
    {
        var error = Assert.Throws<HevlayerOptionsException>(() => From(new() { ["LAYER_GATEWAY_URL"] = text }));

        Assert.Contains("LAYER_GATEWAY_URL is not an absolute http or https URL", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hvl_secret")]
    [InlineData("hvl:secret")]
    [InlineData("Bearer hvl_secret")]
    [InlineData("https://user:secret@:x")]
    public void From_AddressIsAKey_IsNotInTheMessage(string text)
    {
        var error = Assert.Throws<HevlayerOptionsException>(() => From(new() { ["HEVLAYER_BASE_URL"] = text }));

        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_NothingSet_LeavesWhatIsThere()
    {
        var options = new HevlayerClientOptions { ApiKey = "mine", BaseAddress = new("http://mine") };

        options.Apply(_ => null);

        Assert.Equal(("mine", "http://mine/"), (options.ApiKey, options.BaseAddress.AbsoluteUri));
    }

    private static HevlayerClientOptions From(Dictionary<string, string?> variables) =>
        HevlayerClientOptions.From(name => variables.GetValueOrDefault(name));
}
