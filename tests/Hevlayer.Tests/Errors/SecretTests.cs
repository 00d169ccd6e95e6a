using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hevlayer.Tests.Errors;

/// <summary>The key stays out of everything that people read, also when a server echoes what it was sent.</summary>
public sealed class SecretTests
{
    private const string Key = "hvl_S3cr3t+k3y\"x";
    private const string Escaped = "hvl_S3cr3t+k3y\\\"x";
    private const string EscapedMore = "hvl_S3cr3t\\u002Bk3y\\u0022x";
    private const string PartEscaped = "hvl_\\u00533cr3t+k\\u0033y\\u0022\\u0078";
    private const string InAddress = "hvl_S3cr3t%2Bk3y%22x";

    private static readonly string AllEscaped = string.Concat(Key.Select(static (sign, index) => index % 2 == 0 ? $"\\u{(int)sign:x4}" : $"\\u{(int)sign:X4}"));

    public static TheoryData<string, int, string> Echoes => new()
    {
        { "as text", 401, $"bad key {Key}" },
        { "as text of a success", 200, $"bad key {Key}" },
        { "as message", 403, $$"""{"error":"forbidden","message":"bad key {{Escaped}}"}""" },
        { "as message, every sign escaped", 403, $$"""{"error":"forbidden","message":"bad key {{EscapedMore}}"}""" },
        { "as part of an address", 400, $"bad address /v2?key={InAddress}" },
        { "as part of an address, in lower case", 400, "bad address /v2?key=hvl_S3cr3t%2bk3y%22x" },
        { "as part of an address, some signs as they are", 400, "bad address /v2?key=hvl%5FS3cr3t+k3y%22x" },
        { "as part of an address within another", 400, "bad address /login?to=%2Fv2%3Fkey%3Dhvl_S3cr3t%252Bk3y%2522x" },
        { "in a dump of headers", 400, $"Host: gateway\r\nAuthorization: Bearer {Key}\r\n" },
        { "in a dump of headers within JSON within JSON", 502, "{\"error\":\"upstream_error\",\"message\":\"{\\\"authorization\\\":\\\"Bearer hvl_S3cr3t+k3y\\\\\\\"x\\\"}\"}" },
        { "as code of a web page", 502, "<html>hvl_S3cr3t&#43;k3y&quot;x or hvl_S3cr3t&#x2B;k3y&#34;x</html>" },
        { "as name of a member of a success", 200, "{\"pipelines\":{\"" + Escaped + "\":1}}" },
        { "as code", 403, $$"""{"error":"{{Escaped}}"}""" },
        { "as code, in escapes", 403, $$"""{"error":"{{AllEscaped}}"}""" },
        { "as code, in part escaped", 403, $$"""{"error":"{{PartEscaped}}"}""" },
        { "as message, in escapes", 403, $$"""{"error":"forbidden","message":"bad key {{AllEscaped}}"}""" },
        { "as message, in part escaped", 403, $$"""{"error":"forbidden","message":"bad key {{PartEscaped}}"}""" },
        { "as a field, in escapes", 403, $$"""{"error":"forbidden","reason":"{{AllEscaped}}"}""" },
        { "as name of a field, in escapes", 403, $$"""{"error":"forbidden","{{PartEscaped}}":"reason"}""" },
        { "as scope, in escapes", 403, $$"""{"error":"forbidden","required_scope":"{{AllEscaped}}"}""" },
        { "in escapes of a body that is cut", 403, $$"""{"error":"forbidden","message":"{{AllEscaped}}""" },
        { "in escapes of a success", 200, "{\"pipelines\":{\"" + AllEscaped + "\":1}}" },
        { "in escapes within JSON within JSON", 502, $$"""{"error":"upstream_error","message":"{\"key\":\"{{AllEscaped.Replace("\\", "\\\\", StringComparison.Ordinal)}}\"}"}""" },
        { "in escapes across the limit", 400, new string('x', 1024 - 20) + AllEscaped },
        { "as sentence", 401, $$"""{"error":"bad key {{Escaped}}"}""" },
        { "as scope", 403, $$"""{"error":"forbidden","required_scope":"{{Escaped}}"}""" },
        { "as web page", 502, $"<html>{Key}</html>" },
        { "twice", 400, Key + Key },
        { "across the limit", 400, new string('x', 1024 - 5) + Key },
        { "across the limit of a success", 200, new string('x', 1024 - 5) + Key },
        { "in a reply larger than the buffer", 400, new string('x', 1024 - 5) + Key + new string('y', 20_000) },
    };

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task Key_ServerEchoesIt_IsNowhereInTheError(string where, int status, string body)
    {
        var log = new CapturedLog();
        using var client = TestClients.Over(new StubHandler((_, _) => Reply.Text(body, status)), configure: options =>
        {
            options.ApiKey = $" {Key} ";
            options.LoggerFactory = log;
            options.MaxBufferedReplyBytes = 8 * 1024;
            options.Retry.BaseDelay = TimeSpan.Zero;
        });

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.Api.ListPipelinesAsync());

        AssertClean(error, where);
        Assert.All(log.Lines, line => Assert.DoesNotContain(Key, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Key_ServerEchoesItAsReason_IsNowhereInTheError()
    {
        using var client = TestClients.Over(
            new StubHandler((_, _) => new HttpResponseMessage(HttpStatusCode.BadRequest) { ReasonPhrase = $"bad {Key}" }),
            configure: options => options.ApiKey = Key);

        AssertClean(await Assert.ThrowsAsync<HevlayerException>(() => client.Api.ListPipelinesAsync()), "reason");
    }

    [Theory]
    [InlineData(403, """{"error":"forbidden"}""")]
    [InlineData(200, "nonsense")]
    public async Task Key_ServerEchoesItInHeaders_IsNotInTheMetadataOfTheError(int status, string body)
    {
        using var client = TestClients.Over(
            new StubHandler((_, _) => Reply.Json(body, status)
                .With("x-layer-cache", Key)
                .With("x-layer-warning", $"odd key {Key}")
                .With("x-layer-next-cursor", Key)
                .With("traceparent", Key)),
            configure: options => options.ApiKey = Key);

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.Api.ListPipelinesAsync());

        Assert.DoesNotContain("hvl_S", error.Metadata!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hvl_S", string.Join(' ', error.Metadata.Warnings), StringComparison.Ordinal);
        Assert.Equal("***", error.Metadata.CacheStatus);
        AssertClean(error, "headers");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("search")]
    public async Task RegisteredClient_EverythingIsLogged_NoLineHoldsKeyOrId(string? name)
    {
        await using var server = new RawServer(RawReply.Json("""{"error":"service_unavailable","message":"m"}""", 503), RawReply.Json("[]"));
        var log = new CapturedLog();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        _ = name is null ? services.AddHevlayer(Configure) : services.AddHevlayer(name, Configure);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IHevlayerClient>(name).GetChunksAsync("secret-pipeline", "secret-document");

        Assert.Contains(log.Lines, line => line.Contains("getPipelineDocumentChunks failed at attempt 1", StringComparison.Ordinal));
        Assert.All(log.Lines, line => Assert.DoesNotContain(Key, line, StringComparison.Ordinal));
        Assert.All(log.Lines, line => Assert.DoesNotContain("secret-", line, StringComparison.Ordinal));

        void Configure(HevlayerClientOptions options)
        {
            options.BaseAddress = server.Address;
            options.ApiKey = Key;
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        }
    }

    [Fact]
    public async Task Log_Repeat_NamesTheOperationAndNoId()
    {
        var log = new CapturedLog();
        using var client = TestClients.Over(
            StubHandler.InTurn(null, () => Reply.Error(503, "gateway_draining"), () => Reply.Json("[]")),
            configure: options => options.LoggerFactory = log);

        await client.GetChunksAsync("secret-pipeline", "secret-document");

        var line = Assert.Single(log.Lines);
        Assert.Contains("getPipelineDocumentChunks failed at attempt 1 (ServiceUnavailable, Draining)", line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
    }

    private static void AssertClean(HevlayerException error, string where)
    {
        string?[] texts = [error.ToString(), error.Message, error.Code, error.RequiredScope, error.Body, error.Method, error.Route, .. error.Fields.Keys, .. error.Fields.Values];
        foreach (var text in texts)
        {
            Assert.False(text?.Contains("hvl_S", StringComparison.Ordinal) == true, $"The key ({where}) is in: {text}");
            Assert.False(text is not null && Regex.Unescape(Regex.Replace(text, @"\\(?!u[0-9a-fA-F]{4})", string.Empty)).Contains("3cr3t", StringComparison.Ordinal), $"The key ({where}) is, in escapes, in: {text}");
        }
    }
}
