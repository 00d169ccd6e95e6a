using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Tests.Options;

public sealed class OptionsValidationTests
{
    public static TheoryData<Action<HevlayerClientOptions>, string[]> Wrong => new()
    {
        { options => options.BaseAddress = new("v2", UriKind.Relative), ["BaseAddress is '(not shown)'", "absolute http or https URL"] },
        { options => options.BaseAddress = new("ftp://host"), ["BaseAddress is 'ftp://host'"] },
        { options => options.BaseAddress = null!, ["BaseAddress is not set"] },
        { options => options.BaseAddress = new("https://host?key=secret"), ["BaseAddress, at https://host, has a user, a query or a fragment"] },
        { options => options.Retry = null!, ["Retry is null"] },
        { options => options.Polling = null!, ["Polling is null"] },
        { options => options.TimeProvider = null!, ["TimeProvider is null"] },
        { options => options.MaxReplyBytes = 0, ["MaxReplyBytes is 0"] },
        { options => options.ApiKey = "two words", ["ApiKey holds white space"] },
        { options => options.ApiKey = "größe", ["characters that no HTTP header may carry"] },
        { options => options.AttemptTimeout = TimeSpan.Zero, ["AttemptTimeout is 00:00:00", "more than zero and at most one day"] },
        { options => options.TotalTimeout = TimeSpan.FromDays(2), ["TotalTimeout is 2.00:00:00", "at most one day"] },
        { options => options.ReadStallTimeout = TimeSpan.FromSeconds(-1), ["ReadStallTimeout is -00:00:01"] },
        { options => options.AttemptTimeout = TimeSpan.FromMinutes(3), ["AttemptTimeout is 00:03:00", "TotalTimeout 00:02:00"] },
        { options => options.MaxBufferedReplyBytes = -1, ["MaxBufferedReplyBytes is -1"] },
        { options => options.MaxErrorBodyLength = -1, ["MaxErrorBodyLength is -1"] },
        { options => options.CompressRequestsFromBytes = -1, ["CompressRequestsFromBytes is -1"] },
        { options => options.Retry.MaxAttempts = 0, ["Retry.MaxAttempts is 0", "from 1 to 100"] },
        { options => options.Retry.EarlyRetryWindow = TimeSpan.FromSeconds(-1), ["Retry.EarlyRetryWindow is -00:00:01", "must not be negative"] },
        { options => options.Retry.MaxAttempts = 101, ["Retry.MaxAttempts is 101"] },
        { options => options.Retry.BaseDelay = TimeSpan.FromSeconds(11), ["Retry.BaseDelay is 00:00:11", "Retry.MaxDelay, which is 00:00:10"] },
        { options => options.Retry.BaseDelay = TimeSpan.FromSeconds(-1), ["Retry.BaseDelay is -00:00:01"] },
        { options => options.Polling.StatusCacheTime = TimeSpan.FromSeconds(-1), ["Polling.StatusCacheTime is -00:00:01"] },
        { options => options.Polling.StatusInterval = TimeSpan.Zero, ["Polling.StatusInterval is 00:00:00"] },
        { options => options.Polling.SnapshotInterval = TimeSpan.Zero, ["Polling.SnapshotInterval 00:00:00"] },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Wrong))]
    public void Client_OptionIsWrong_SaysWhichAndWhatIsAllowed(Action<HevlayerClientOptions> spoil, string[] parts)
    {
        var options = new HevlayerClientOptions { BaseAddress = TestClients.Address };
        spoil(options);

        var error = Assert.Throws<HevlayerOptionsException>(() => new HevlayerClient(options));

        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Client_AddressIsNotSet_IsRefusedSoThatTheKeyGoesNowhere()
    {
        var stub = new StubHandler((_, _) => Reply.Json("{}"));

        var error = Assert.Throws<HevlayerOptionsException>(() => new HevlayerClient(new() { ApiKey = "key" }, stub));

        Assert.Contains("BaseAddress is not set", error.Message, StringComparison.Ordinal);
        Assert.Empty(stub.Requests);
    }

    [Fact]
    public async Task Client_OptionsChangeLater_KeepsWhatItWasMadeWith()
    {
        var stub = new StubHandler((_, _) => Reply.Error(503, "service_unavailable"));
        var options = new HevlayerClientOptions { BaseAddress = TestClients.Address, Retry = new() { MaxAttempts = 2, BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero } };
        using var client = new HevlayerClient(options, stub);

        options.Retry.MaxAttempts = 1;
        options.ApiKey = "later";
        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.GetPipelineStatusAsync("p"));

        Assert.Equal(2, error.Attempts);
        Assert.DoesNotContain(stub.Requests, request => request.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public void Client_SeveralOptionsAreWrong_NamesThemAll()
    {
        var options = new HevlayerClientOptions { MaxErrorBodyLength = -1, MaxBufferedReplyBytes = -1 };

        var error = Assert.Throws<HevlayerOptionsException>(() => new HevlayerClient(options));

        Assert.Contains("MaxErrorBodyLength", error.Message, StringComparison.Ordinal);
        Assert.Contains("MaxBufferedReplyBytes", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<Action<HevlayerClientOptions>> Secrets => new()
    {
        options => options.BaseAddress = new("https://user:hunter2@host"),
        options => options.BaseAddress = new("https://host/#hunter2"),
        options => options.BaseAddress = new("https://host?key=hunter2"),
        options => options.BaseAddress = new("hunter2", UriKind.Relative),
        options => options.Fallback = new() { ApiKey = "k", BaseAddress = new("https://user:hunter2@other") },
        options => options.Fallback = new() { ApiKey = "k", BaseAddress = new("https://other?key=hunter2") },
        options => options.Fallback = new() { ApiKey = "k", BaseAddress = new("ftp://user:hunter2@other") },
        options => options.Fallback = new() { ApiKey = "k", BaseAddress = new("hunter2", UriKind.Relative) },
        options => options.Fallback = new() { ApiKey = "hunter2 ü" },
        options => options.ApiKey = "hunter2 ü",
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Secrets))]
    public void Client_OptionHoldsASecret_IsRefusedWithoutIt(Action<HevlayerClientOptions> spoil)
    {
        var options = new HevlayerClientOptions { BaseAddress = TestClients.Address };
        spoil(options);

        var error = Assert.Throws<HevlayerOptionsException>(() => new HevlayerClient(options));

        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Client_BorrowedClientIsElsewhere_IsRefusedWithoutPasswords()
    {
        using var http = new HttpClient { BaseAddress = new("https://user:hunter2@one") };

        var error = Assert.Throws<HevlayerOptionsException>(() => new HevlayerClient(new() { BaseAddress = new("https://user:hunter2@two") }, http));

        Assert.Contains("https://one", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BaseAddress")]
    [InlineData("Fallback:BaseAddress")]
    public void Registration_SectionHoldsABrokenAddress_IsRefusedWithoutIt(string member)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new($"Hevlayer:{member}", "https://user:hunter2@:x")]).Build());
        services.AddHevlayer();
        using var provider = services.BuildServiceProvider();

        var error = Assert.ThrowsAny<Exception>(provider.GetRequiredService<IHevlayerClient>);

        Assert.Contains($"Hevlayer:{member} is not an absolute http or https URL", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Client_KeyIsWrong_IsNotInTheMessage()
    {
        var error = Assert.Throws<HevlayerOptionsException>(() => new HevlayerClient(new() { BaseAddress = TestClients.Address, ApiKey = "my secret" }));

        Assert.DoesNotContain("my secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Client_AddressAndDefaults_AreAllowed()
    {
        using var client = new HevlayerClient(new() { BaseAddress = TestClients.Address });

        Assert.NotNull(client.Api);
    }

    [Fact]
    public void Client_NoOptionsOrHandler_NamesTheParameter()
    {
        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => new HevlayerClient(null!)).ParamName);
        Assert.Equal("handler", Assert.Throws<ArgumentNullException>(() => new HevlayerClient(new() { BaseAddress = TestClients.Address }, default(HttpMessageHandler)!)).ParamName);
    }
}
