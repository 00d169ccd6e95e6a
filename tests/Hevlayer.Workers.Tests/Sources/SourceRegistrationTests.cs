using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Hevlayer.Workers.Tests.Sources;

public sealed class SourceRegistrationTests
{
    public static TheoryData<string, string, string> WrongOptions => new()
    {
        { "PipelineId", " ", "Hevlayer:Source: PipelineId is not set. Set the variable HEVLAYER_PIPELINE_ID" },
        { "ReceiveLimit", "0", "ReceiveLimit is 0 and must be at least 1" },
        { "MaxConcurrentDocuments", "50", "MaxHeldMessages is 20, less than MaxConcurrentDocuments, which is 50" },
        { "MaxStagedBytes", "0", "MaxStagedBytes is 0" },
        { "MaxChunksPerDocument", "-1", "MaxChunksPerDocument is -1" },
        { "HandlerTimeout", "00:00:00", "HandlerTimeout is 00:00:00; it must be more than zero" },
        { "SourceTimeout", "-00:00:01", "SourceTimeout is -00:00:01" },
        { "LivenessLimit", "00:00:10", "LivenessLimit is 00:00:10; a healthy loop may pause" },
        { "Retry:MaxAttempts", "0", "Retry.MaxAttempts is 0" },
        { "Retry:MaxSourceFailures", "0", "Retry.MaxSourceFailures is 0" },
        { "Retry:MaxReturnDelay", "00:00:01", "Retry.MaxReturnDelay is 00:00:01; it must be at least Retry.ReturnDelay, which is 00:00:10" },
        { "Shutdown:DrainTime", "-00:00:01", "Shutdown.DrainTime is -00:00:01" },
    };

    [Theory]
    [MemberData(nameof(WrongOptions))]
    public async Task Options_ThatCannotWork_StopTheStartWithTheirNames(string name, string value, string error)
    {
        await using var host = new SourceHost(static (_, services) => Add(services), variables: ($"Hevlayer:Source:{name}", value));

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains(error, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_ComeFromTheSectionThenFromCode()
    {
        await using var host = new SourceHost(
            static (_, services) => Add(services, static options => options.ReceiveLimit = 3),
            variables: [("Hevlayer:Source:ReceiveLimit", "5"), ("Hevlayer:Source:Retry:MaxAttempts", "7"), ("Hevlayer:Source:SkipEmpty", "true")]);

        var options = host.Services.GetRequiredService<IOptionsMonitor<SourceWorkerOptions>>().CurrentValue;

        Assert.Equal((SourceHost.Pipeline, 3, 7, true), (options.PipelineId, options.ReceiveLimit, options.Retry.MaxAttempts, options.SkipEmpty));
    }

    [Fact]
    public void SourceWorkers_TwoOfOneName_AreRefused()
    {
        var services = new ServiceCollection();
        Add(services);

        Assert.Contains("give each worker of a process a name", Assert.Throws<InvalidOperationException>(() => Add(services)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_ThatNeedsTheReference_StopsTheStartWithoutIt()
    {
        await using var host = new SourceHost(
            static (_, services) => services.AddHevlayerWorkers().AddSource<Update, ReferringSource>(static update => update.Id!, static _ => null),
            variables: ("HEVLAYER_SOURCE_REF", """{"queue": "x"}"""));

        var exception = await Assert.ThrowsAsync<HevlayerOptionsException>(() => host.StartAsync());

        Assert.Contains("'queueUrl' of HEVLAYER_SOURCE_REF is missing", exception.Message, StringComparison.Ordinal);
        Assert.Contains("There are: queue.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_WhileReceivesFail_IsDegradedWithTheReason()
    {
        await using var host = new SourceHost(static (_, services) =>
        {
            Add(services);
            services.AddHealthChecks().AddHevlayerWorkers();
        });
        var failed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Queue.Script = call =>
        {
            if (host.Queue.Of(QueueAction.Receive).Count > 1)
            {
                failed.TrySetResult();
            }

            return QueueFate.Fails;
        };
        await host.StartAsync();
        await failed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HealthStatus.Degraded, report.Entries["hevlayer-workers"].Status);
        Assert.Contains("Worker source cannot claim or receive: The queue is in trouble.", report.Entries["hevlayer-workers"].Description, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Healthy, report.Entries["hevlayer-gateway"].Status);
    }

    private static void Add(IServiceCollection services, Action<SourceWorkerOptions>? configure = null) =>
        services.AddHevlayerWorkers().AddSource<Update, QueueModel>(static update => update.Id!, static update => SourceDocument.OfText(update.Text), configure: configure);

    private sealed class ReferringSource(SourceReference reference) : IDocumentSource<Update>
    {
        private readonly string _url = reference.GetString("queueUrl");

        public Task<IReadOnlyList<SourceMessage<Update>>> ReceiveAsync(ReceiveContext context, CancellationToken cancellationToken) =>
            throw new InvalidOperationException(_url);

        public Task AcknowledgeAsync(SourceMessage<Update> message, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task RejectAsync(SourceMessage<Update> message, Rejection rejection, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task ExtendAsync(SourceMessage<Update> message, TimeSpan by, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
