using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tests.Retries;

/// <summary>What a call is allowed to do may end while it pauses: nothing is sent after that.</summary>
public sealed class MayAttemptTests
{
    [Fact]
    public async Task Condition_FalseFromTheStart_SendsNothing()
    {
        var stub = StubHandler.Always("[]");
        using var client = TestClients.Over(stub);

        var error = await Assert.ThrowsAsync<HevlayerException>(() =>
            client.Api.GetPipelineDocumentChunksAsync("p", "d", new() { MayAttempt = static () => false }));

        Assert.Empty(stub.Requests);
        Assert.Equal((false, 0), (error.IsTransient, error.Attempts));
        Assert.Equal(
            "getPipelineDocumentChunks was not attempted: the condition of the caller no longer holds [GET /v2/pipelines/{pipeline_id}/documents/{doc_id}/chunks]",
            error.Message);
    }

    [Fact]
    public async Task Condition_EndsDuringAPause_NoFurtherAttemptIsSent()
    {
        var allowed = true;
        var stub = new StubHandler((_, _) =>
        {
            allowed = false;
            return Reply.Json("{\"error\":\"service_unavailable\"}", 503);
        });
        using var client = TestClients.Over(stub, configure: static options => options.Retry.BaseDelay = TimeSpan.Zero);

        var error = await Assert.ThrowsAsync<HevlayerException>(() =>
            client.Api.GetPipelineDocumentChunksAsync("p", "d", new() { MayAttempt = () => allowed }));

        Assert.Single(stub.Requests);
        Assert.Equal(1, error.Attempts);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, Assert.IsType<HevlayerException>(error.InnerException).StatusCode);
    }

    /// <summary>A process that stood still in a pause wakes when the time of the call is long over.</summary>
    [Fact]
    public async Task TotalTime_IsOverAfterAPause_NoFurtherAttemptIsSent()
    {
        var clock = new FakeTimeProvider();
        var stub = new StubHandler((_, _) => Reply.Json("{}", 503));
        using var client = TestClients.Over(stub, clock, static options =>
        {
            options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromSeconds(1);
        });

        var call = client.GetChunksAsync("p", "d");
        clock.Advance(TimeSpan.FromHours(1));

        await Assert.ThrowsAnyAsync<HevlayerException>(() => call);
        Assert.Single(stub.Requests);
    }
}
