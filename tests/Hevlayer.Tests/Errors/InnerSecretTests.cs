using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tests.Errors;

/// <summary>The key stays out of the causes of errors too, which a log writes with them.</summary>
public sealed class InnerSecretTests
{
    private const string Key = "hvl_S3cr3t+k3y";
    private const string InAddress = "hvl_S3cr3t%2bk3y";

    public static TheoryData<string> Forms => [$"Authorization: Bearer {Key}", $"https://gateway.test/?key={InAddress}"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Key_HandlerQuotesIt_IsNowhereInTheError(string quote)
    {
        using var client = Client(_ => throw new HttpRequestException($"Not sent: {quote}", new IOException(quote)));

        var error = await Assert.ThrowsAsync<HevlayerConnectionException>(() => client.Api.ListPipelinesAsync());

        AssertClean(error);
        Assert.Contains("Not sent: ", error.InnerException!.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(HttpRequestException), error.InnerException.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_CauseDumpsItsRequest_IsNowhereInTheError()
    {
        using var client = Client(_ => throw new DumpingException($"POST / Authorization: Bearer {Key}"));

        AssertClean(await Assert.ThrowsAsync<HevlayerConnectionException>(() => client.Api.ListPipelinesAsync()));
    }

    [Fact]
    public async Task Key_BodyOfAReplyBreaksWithIt_IsNowhereInTheError()
    {
        using var client = Client(_ => Reply.Stream(new ScriptedStream([], (_, _) => throw new IOException($"broken by {Key}"))));

        AssertClean(await Assert.ThrowsAsync<HevlayerConnectionException>(() => client.Api.ListPipelinesAsync()));
    }

    [Fact]
    public async Task Key_ReplyHasItAsTheNameOfAMember_IsNowhereInTheError()
    {
        using var client = Client(_ => Reply.Json($$"""{"pipeline_id":"p","counts":{"{{Key}}":"many"} }"""));

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.GetPipelineStatusAsync("p"));

        AssertClean(error);
        Assert.NotNull(error.InnerException);
    }

    [Fact]
    public async Task Key_AttemptThatIsCutOffQuotesIt_IsNowhereInTheError()
    {
        var clock = new FakeTimeProvider();
        var stub = new StubHandler(async (_, _, token) =>
        {
            try
            {
                return await Never.ComesAsync<HttpResponseMessage>(token);
            }
            catch (OperationCanceledException)
            {
                throw new OperationCanceledException($"cut off: {Key}", token);
            }
        });
        using var client = TestClients.Over(stub, clock, options => (options.ApiKey, options.Retry.MaxAttempts) = (Key, 1));

        AssertClean(await clock.FailAsync<HevlayerTimeoutException>(() => client.Api.ListPipelinesAsync()));
    }

    [Fact]
    public async Task Key_JobFailsWithIt_IsNowhereInTheError()
    {
        using var client = Client(_ => Reply.Json(
            $$"""{"id":"j","namespace":"n","status":"failed","progress":0,"documents_scanned":0,"created_at":"","mode":"ids","source":"auto","error":"bad key {{Key}}"}""", 202));

        AssertClean(await Assert.ThrowsAsync<JobFailedException>(() => client.Namespace("n").WaitForScanAsync("j")));
    }

    [Fact]
    public async Task Cause_WithoutTheKey_StaysWhatItIs()
    {
        var cause = new HttpRequestException(HttpRequestError.ConnectionError, "refused");
        using var client = Client(_ => throw cause);

        var error = await Assert.ThrowsAsync<HevlayerConnectionException>(() => client.Api.ListPipelinesAsync());

        Assert.Same(cause, error.InnerException);
    }

    private static HevlayerClient Client(Func<SentRequest, HttpResponseMessage> answer) =>
        TestClients.Over(new StubHandler((request, _) => answer(request)), configure: options => (options.ApiKey, options.Retry.MaxAttempts) = (Key, 1));

    private static void AssertClean(HevlayerException error)
    {
        var texts = new StringBuilder(error.ToString());
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
        {
            texts.AppendLine(cause.Message).AppendLine(cause.ToString());
        }

        Assert.DoesNotContain("S3cr3t", texts.ToString(), StringComparison.Ordinal);
    }

    private sealed class DumpingException(string dump) : HttpRequestException("Not sent.")
    {
        public override string ToString() => $"{base.ToString()} {dump}";
    }
}
