using System.Net;
using Hevlayer.Tests.Shared;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Wire.Tests.Fallback;

public sealed class DeadlineTests
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(12);

    [Theory]
    [InlineData(120, 0.25, 90)]
    [InlineData(120, 0.5, 60)]
    [InlineData(40, 0.25, 30)]
    public async Task Gateway_NeverAnswers_TurbopufferIsAskedWhileThereIsTimeLeft(int total, double share, int expected)
    {
        var clock = new FakeTimeProvider();
        using var handler = new StubHandler((request, _, token) => request.Host == "gateway.test"
            ? NeverAsync(token)
            : Task.FromResult(Reply.Json("{}")));
        await using var layer = new HevlayerClient(Options(clock, total, share), handler);

        var call = layer.WithMetadataAsync((client, _) => SchemaAsync(client), TestContext.Current.CancellationToken);
        await clock.RunAsync(call);

        var (_, metadata) = await call;
        Assert.Equal(ReplySource.Turbopuffer, metadata!.AnsweredBy);
        Assert.InRange(metadata.Elapsed.TotalSeconds, expected - 1, expected + 3);
    }

    [Fact]
    public async Task NeitherServer_EverAnswers_CallEndsWithinItsTotalTime()
    {
        var clock = new FakeTimeProvider();
        using var handler = new StubHandler((_, _, token) => NeverAsync(token));
        await using var layer = new HevlayerClient(Options(clock, 120, 0.25), handler);
        var started = clock.GetTimestamp();

        var call = SchemaAsync(layer);
        await clock.RunAsync(call);

        var error = await Assert.ThrowsAsync<HevlayerTimeoutException>(() => call);
        Assert.Contains("neither the gateway nor turbopuffer", error.Message, StringComparison.Ordinal);
        Assert.InRange(clock.GetElapsedTime(started), TimeSpan.FromSeconds(110), TimeSpan.FromSeconds(120) + Tolerance);
    }

    [Fact]
    public async Task CallThatMayNotFallThrough_KeepsItsWholeTime()
    {
        var clock = new FakeTimeProvider();
        using var handler = new StubHandler((_, _, token) => NeverAsync(token));
        await using var layer = new HevlayerClient(Options(clock, 40, 0.5), handler);
        var started = clock.GetTimestamp();

        var call = layer.GetPipelineStatusAsync("p", TestContext.Current.CancellationToken);
        await clock.RunAsync(call);

        var error = await Assert.ThrowsAsync<HevlayerTimeoutException>(() => call);
        Assert.DoesNotContain("part of the total time", error.Message, StringComparison.Ordinal);
        Assert.InRange(clock.GetElapsedTime(started).TotalSeconds, 30, 45);
    }

    [Fact]
    public async Task Caller_CancelsWhileTurbopufferIsAsked_GetsItsOwnCancellation()
    {
        using var cancellation = new CancellationTokenSource();
        using var handler = new StubHandler(async (request, _, token) =>
        {
            if (request.Host == "gateway.test")
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError);
            }

            await cancellation.CancelAsync();
            return await NeverAsync(token);
        });
        await using var layer = new HevlayerClient(Clients.Options(new("http://gateway.test"), new("http://turbopuffer.test")), handler);

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => layer.Api.GetTurbopufferNamespaceSchemaAsync("n", cancellationToken: cancellation.Token));

        Assert.True(cancellation.IsCancellationRequested && error is not null);
    }

    private static HevlayerClientOptions Options(TimeProvider clock, int total, double share)
    {
        var options = Clients.Options(new("http://gateway.test"), new("http://turbopuffer.test"), fallback => fallback.TimeShare = share);
        options.TimeProvider = clock;
        options.Retry.MaxAttempts = 10;
        options.TotalTimeout = TimeSpan.FromSeconds(total);
        options.AttemptTimeout = TimeSpan.FromSeconds(30);
        return options;
    }

    private static async Task<HttpResponseMessage> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("It never answers.");
    }

    private static Task<TurbopufferSchema> SchemaAsync(IHevlayerClient layer) =>
        layer.Api.GetTurbopufferNamespaceSchemaAsync("n", cancellationToken: TestContext.Current.CancellationToken);
}
