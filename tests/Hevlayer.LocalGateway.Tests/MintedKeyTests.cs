using System.Net;

namespace Hevlayer.Local.Tests;

public sealed class MintedKeyTests : IAsyncDisposable
{
    private readonly Harness _gateway = Harness.InProcess(options =>
    {
        options.Keys.Add(new LocalGatewayKey("root"));
        options.Agents.Add("shop", new(question => new() { RankBy = [], Namespaces = ["none"] }));
    });

    private readonly HevlayerClient _root;

    public MintedKeyTests() => _root = _gateway.Client("root");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _root.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Key_HasTheScopesAndNamespacesOfItsEntitlements()
    {
        var minted = await MintAsync(new() { Scopes = [ApiKeyScope.Read, ApiKeyScope.Write], Namespaces = ["shop-*"] });

        Assert.StartsWith("hvl_", minted.Token, StringComparison.Ordinal);
        (await _gateway.PostAsync("/v2/namespaces/shop-1", """{"upsert_rows":[{"id":"a"}]}""", minted.Token)).Ok();
        var outside = await _gateway.PostAsync("/v2/namespaces/other", """{"upsert_rows":[{"id":"a"}]}""", minted.Token);
        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (outside.Status, outside.Error));
        var admin = await _gateway.GetAsync("/v2/keys", minted.Token);
        Assert.Equal((HttpStatusCode.Forbidden, "admin"), (admin.Status, admin.Json.GetProperty("required_scope").GetString()));
    }

    [Fact]
    public async Task FederatedQuery_SeesWhatTheKeyReaches()
    {
        var minted = await MintAsync(new() { Scopes = [ApiKeyScope.Read], Namespaces = ["a?"] });
        foreach (var name in (string[])["a1", "b1"])
        {
            await _root.Namespace(name).WriteAsync(new() { UpsertRows = [new() { Id = 1, Vector = new float[] { 1 } }] }, Token);
        }

        await using var layer = _gateway.Client(minted.Token);
        var found = await layer.Api.QueryAsync(new() { Vector = new float[] { 1 } }, cancellationToken: Token);

        Assert.Equal("a1", Assert.Single(found.Namespaces).Namespace);
        var error = await Assert.ThrowsAsync<HevlayerException>(() => layer.Api.QueryAsync(new() { Vector = new float[] { 1 }, Namespaces = ["b1"] }, cancellationToken: Token));
        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (error.StatusCode, error.Code));
    }

    [Fact]
    public async Task Record_NeverShowsTheTokenAndNotesUseRoughly()
    {
        var minted = await MintAsync(new() { Scopes = [ApiKeyScope.Read] });
        var first = _gateway.Clock.GetUtcNow();
        await _gateway.GetAsync("/v2/pipelines", minted.Token);
        _gateway.Clock.Advance(TimeSpan.FromMinutes(4));
        await _gateway.GetAsync("/v2/pipelines", minted.Token);

        var reply = (await _gateway.GetAsync($"/v2/keys/{minted.KeyId}", "root")).Ok();

        Assert.DoesNotContain(minted.Token, reply.Body, StringComparison.Ordinal);
        Assert.Equal(first, (await _root.Api.GetKeyAsync(minted.KeyId, cancellationToken: Token)).LastSeenAt);
        _gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        await _gateway.GetAsync("/v2/pipelines", minted.Token);
        Assert.Equal(first.AddMinutes(5), (await _root.Api.GetKeyAsync(minted.KeyId, cancellationToken: Token)).LastSeenAt);
    }

    [Fact]
    public async Task Revoked_OpensNothingAndIsListedOnRequest()
    {
        var minted = await MintAsync(new() { Scopes = [ApiKeyScope.Read] });

        var revoked = await _root.Api.RevokeKeyAsync(minted.KeyId, cancellationToken: Token);
        _gateway.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(ApiKeyPhase.Revoked, revoked.Phase);
        Assert.Equal(revoked.RevokedAt, (await _root.Api.RevokeKeyAsync(minted.KeyId, cancellationToken: Token)).RevokedAt);
        Assert.Equal(HttpStatusCode.Forbidden, (await _gateway.GetAsync("/v2/pipelines", minted.Token)).Status);
        Assert.Empty((await _root.Api.ListKeysAsync(cancellationToken: Token)).Keys);
        Assert.Single((await _root.Api.ListKeysAsync(includeRevoked: true, cancellationToken: Token)).Keys);
        await _root.Api.DeleteKeyAsync(minted.KeyId, cancellationToken: Token);
        Assert.Equal(HttpStatusCode.NotFound, (await _gateway.GetAsync($"/v2/keys/{minted.KeyId}", "root")).Status);
    }

    [Theory]
    [InlineData(null, 365 * 24)]
    [InlineData("12h", 12)]
    public async Task Lifetime_Ends(string? lifetime, int hours)
    {
        var minted = await MintAsync(new() { Scopes = [ApiKeyScope.Read] }, lifetime);
        _gateway.Clock.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromTicks(1));
        (await _gateway.GetAsync("/v2/pipelines", minted.Token)).Ok();

        _gateway.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(HttpStatusCode.Forbidden, (await _gateway.GetAsync("/v2/pipelines", minted.Token)).Status);
        Assert.Equal(ApiKeyPhase.Expired, (await _root.Api.GetKeyAsync(minted.KeyId, cancellationToken: Token)).Phase);
    }

    [Fact]
    public async Task Authenticate_TellsWhatAKeyMayDo120TimesAMinute()
    {
        var minted = await MintAsync(new() { Scopes = [ApiKeyScope.Read] }, "never");
        await using var layer = _gateway.Client();

        var known = await layer.Api.AuthenticateKeyAsync(new() { Token = minted.Token }, cancellationToken: Token);

        Assert.Equal((minted.KeyId, "k", null), (known.KeyId, known.Name, known.ExpiresAt));
        Assert.Equal([ApiKeyScope.Read], known.Entitlements["layer"].Scopes);
        for (var call = 1; call < 120; call++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await _gateway.PostAsync("/v2/keys/authenticate", """{"token":"hvl_guess"}""")).Status);
        }

        var refused = await _gateway.PostAsync("/v2/keys/authenticate", """{"token":"hvl_guess"}""");
        Assert.Equal(((HttpStatusCode)429, "60"), (refused.Status, refused.Headers["Retry-After"]));
        _gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(minted.KeyId, (await layer.Api.AuthenticateKeyAsync(new() { Token = minted.Token }, cancellationToken: Token)).KeyId);
    }

    [Fact]
    public async Task Agent_NeedsItsEntitlementAndNoScope()
    {
        var other = await MintAsync(new() { Scopes = [ApiKeyScope.Read] });
        var entitled = await _root.Api.MintKeyAsync(new() { Name = "k", Entitlements = new Dictionary<string, ApiKeyEntitlement> { ["agent.shop"] = new() } }, cancellationToken: Token);

        Assert.Equal("forbidden", (await _gateway.PostAsync("/v2/agents/shop/query", """{"query":"q"}""", other.Token)).Error);
        Assert.NotEqual(HttpStatusCode.Forbidden, (await _gateway.PostAsync("/v2/agents/shop/query", """{"query":"q"}""", entitled.Token)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _gateway.GetAsync("/v2/pipelines", entitled.Token)).Status);
    }

    [Theory]
    [InlineData("""{"name":""}""")]
    [InlineData("""{"name":"k","expiresAfter":"soon"}""")]
    [InlineData("""{"name":"k","entitlements":{"layers":{}}}""")]
    [InlineData("""{"name":"k","entitlements":{"agent.a":{"scopes":["read"]}}}""")]
    [InlineData("""{"name":"k","entitlements":{"layer":{"scopes":["owner"]}}}""")]
    public async Task Mint_OfWhatCannotBeMeant_IsRefused(string body) =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _gateway.PostAsync("/v2/keys", body, "root")).Status);

    private Task<MintKeyResponse> MintAsync(ApiKeyEntitlement layer, string? lifetime = null) => _root.Api.MintKeyAsync(
        new() { Name = "k", Entitlements = new Dictionary<string, ApiKeyEntitlement> { ["layer"] = layer }, ExpiresAfter = lifetime }, cancellationToken: Token);
}
