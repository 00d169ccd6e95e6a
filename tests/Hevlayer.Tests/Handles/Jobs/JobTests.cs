using System.Net;

namespace Hevlayer.Tests.Handles;

/// <summary>Scan, snapshot and warm jobs are waited for by one rule.</summary>
public sealed class JobTests
{
    [Theory]
    [MemberData(nameof(JobCase.Names), MemberType = typeof(JobCase))]
    public async Task Job_RunningThenCompleted_IsLookedAtWithPausesThatDoubleUpToTwoSeconds(string kind)
    {
        var job = JobCase.Get(kind);
        var far = job.FarEnd([.. Enumerable.Repeat(job.Job("running"), 8), job.Job("completed")]);

        Assert.Equal("completed", await far.RunAsync(client => job.Call(client, null)));

        Assert.Equal([0, 50, 150, 350, 750, 1550, 3150, 5150, 7150], far.ArrivalsOf(job.Look));
        Assert.Equal(job.StartTarget, far.Calls.First());
        if (job.StartBody is null)
        {
            Assert.Empty(far.Requests[0].Body);
        }
        else
        {
            JsonAssert.Same(job.StartBody, far.Requests[0].Body);
        }
    }

    [Theory]
    [MemberData(nameof(JobCase.Names), MemberType = typeof(JobCase))]
    public async Task Job_CompletedAtOnce_IsNotLookedAt(string kind)
    {
        var job = JobCase.Get(kind);
        var far = job.FarEnd(job.Job("running")).On(job.Start, job.Job("completed"));

        Assert.Equal("completed", await far.RunAsync(client => job.Call(client, null)));

        Assert.Empty(far.ArrivalsOf(job.Look));
    }

    [Theory]
    [MemberData(nameof(JobCase.Names), MemberType = typeof(JobCase))]
    public async Task Job_Failed_ThrowsWithTheMessageOfTheGateway(string kind)
    {
        var job = JobCase.Get(kind);
        var far = job.FarEnd(job.Job("running"), job.Job("failed", "the store went away"));

        var error = await far.FailAsync<JobFailedException>(client => job.Call(client, null));

        Assert.Contains("the store went away", error.Message, StringComparison.Ordinal);
        Assert.Equal("j/1", error.JobId);
        Assert.False(error.IsTransient);
        Assert.Equal(2, far.ArrivalsOf(job.Look).Count());
    }

    [Theory]
    [MemberData(nameof(JobCase.Names), MemberType = typeof(JobCase))]
    public async Task Job_NeverDone_EndsWithItsTimeOut(string kind)
    {
        var job = JobCase.Get(kind);
        var far = job.FarEnd(job.Job("running"));

        var error = await far.FailAsync<HevlayerTimeoutException>(client => job.Call(client, new() { Timeout = TimeSpan.FromSeconds(3) }));

        Assert.Equal(3, (far.Clock.GetUtcNow() - FarEnd.Start).TotalSeconds, 0.1);
        Assert.Contains("j/1", error.Message, StringComparison.Ordinal);
        Assert.Contains("running", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(JobCase.Names), MemberType = typeof(JobCase))]
    public async Task Job_TimeIsOverWhileTheGatewayIsAway_SaysHowTheLastLookFailed(string kind)
    {
        var job = JobCase.Get(kind);
        var far = job.FarEnd().On(job.Look, () => Reply.Json(job.Job("running")), () => Reply.Error(502, "upstream_error"));

        var error = await far.FailAsync<HevlayerTimeoutException>(client => job.Call(client, new() { Timeout = TimeSpan.FromSeconds(3) }));

        Assert.Contains("running", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("The last poll failed: 502 upstream_error.", error.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadGateway, Assert.IsType<HevlayerException>(error.InnerException).StatusCode);
    }

    [Theory]
    [MemberData(nameof(JobCase.Names), MemberType = typeof(JobCase))]
    public async Task Job_ForgottenByARestart_IsNotFoundAtOnce(string kind)
    {
        var job = JobCase.Get(kind);
        var far = job.FarEnd().On(
            job.Look,
            () => Reply.Json(job.Job("running")),
            () => Reply.Error(404, "not_found"));

        var error = await far.FailAsync<HevlayerException>(client => job.Call(client, null));

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Equal("not_found", error.Code);
        Assert.Equal(2, far.ArrivalsOf(job.Look).Count());
    }

    [Theory]
    [MemberData(nameof(JobCase.Names), MemberType = typeof(JobCase))]
    public async Task Job_GatewayAwayForAMoment_IsWaitedFor(string kind)
    {
        var job = JobCase.Get(kind);
        var far = job.FarEnd().On(
            job.Look,
            () => Reply.Error(503, "service_unavailable"),
            () => Reply.Error(502, "upstream_error"),
            () => Reply.Json(job.Job("completed")));

        Assert.Equal("completed", await far.RunAsync(client => job.Call(client, null)));
    }

    [Theory]
    [MemberData(nameof(JobCase.Names), MemberType = typeof(JobCase))]
    public async Task Job_GatewayAwayForLong_FailsWithItsError(string kind)
    {
        var job = JobCase.Get(kind);
        var far = job.FarEnd().On(job.Look, () => Reply.Error(503, "service_unavailable"));

        var error = await far.FailAsync<HevlayerException>(client => job.Call(client, new() { FailureTolerance = TimeSpan.FromSeconds(5) }));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.StatusCode);
        Assert.InRange((far.Clock.GetUtcNow() - FarEnd.Start).TotalSeconds, 5, 7.1);
    }

    [Theory]
    [MemberData(nameof(JobCase.Names), MemberType = typeof(JobCase))]
    public async Task Job_WrongOptions_StartsNothing(string kind)
    {
        var job = JobCase.Get(kind);
        foreach (var options in new JobWaitOptions[] { new() { FirstInterval = TimeSpan.Zero }, new() { MaxInterval = TimeSpan.Zero }, new() { Timeout = TimeSpan.Zero } })
        {
            var far = job.FarEnd(job.Job("completed"));

            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => job.Call(far.Client, options));

            Assert.Empty(far.Requests);
        }
    }
}
