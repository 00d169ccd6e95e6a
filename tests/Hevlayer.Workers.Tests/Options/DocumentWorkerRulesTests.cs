namespace Hevlayer.Workers.Tests;

public sealed class DocumentWorkerRulesTests
{
    private static readonly TimeSpan TooLong = TimeSpan.FromDays(50);

    /// <summary>What is set wrong, and all that the problem's text must name.</summary>
    private static readonly Dictionary<string, (Action<DocumentWorkerOptions> Spoil, string[] Named)> Table = new(StringComparer.Ordinal)
    {
        ["no pipeline"] = (static options => options.PipelineId = " ", ["PipelineId", "HEVLAYER_PIPELINE_ID"]),
        ["no worker"] = (static options => options.WorkerId = string.Empty, ["WorkerId", "HEVLAYER_WORKER_ID"]),
        ["no stage"] = (static options => options.Stage = string.Empty, ["Stage", "ClaimStage"]),
        ["no claim stage"] = (static options => options.ClaimStage = " ", ["Stage", "ClaimStage"]),
        ["stages alike"] = (static options => options.ClaimStage = "pending", ["Stage", "ClaimStage", "'pending'"]),
        ["lease too short"] = (static options => options.Lease = TimeSpan.FromMilliseconds(900), ["Lease", "00:00:00.9"]),
        ["lease of a part of a second"] = (static options => options.Lease = TimeSpan.FromSeconds(10.5), ["Lease", "00:00:10.5"]),
        ["lease too long"] = (static options => options.Lease = TooLong, ["Lease", "50.00:00:00"]),
        ["claim limit"] = (static options => options.ClaimLimit = 0, ["ClaimLimit", "0", "1"]),
        ["places"] = (static options => options.MaxConcurrentDocuments = -3, ["MaxConcurrentDocuments", "-3"]),
        ["bytes"] = (static options => options.MaxBufferedBytes = 0, ["MaxBufferedBytes", "0"]),
        ["fewer held than worked on"] = (static options => options.MaxHeldDocuments = 5, ["MaxHeldDocuments", "5", "MaxConcurrentDocuments", "16"]),
        ["handler time"] = (static options => options.HandlerTimeout = TooLong, ["HandlerTimeout", "50.00:00:00"]),
        ["idle pause"] = (static options => options.IdlePause = TimeSpan.Zero, ["IdlePause", "00:00:00"]),
        ["longest idle pause"] = (static options => options.MaxIdlePause = TimeSpan.FromSeconds(0.5), ["MaxIdlePause", "00:00:00.5", "IdlePause", "00:00:01"]),
        ["error pause"] = (static options => options.MaxErrorPause = TimeSpan.FromSeconds(-1), ["MaxErrorPause", "-00:00:01"]),
        ["liveness"] = (static options => options.LivenessLimit = TimeSpan.FromSeconds(34), ["LivenessLimit", "00:00:34", "MaxErrorPause", "MaxIdlePause", "00:00:35"]),
        ["attempts"] = (static options => options.Retry.MaxAttempts = 0, ["Retry.MaxAttempts", "0"]),
        ["gateway failures"] = (static options => options.Retry.MaxGatewayFailures = 0, ["Retry.MaxGatewayFailures", "0"]),
        ["first delay"] = (static options => options.Retry.BaseDelay = TimeSpan.Zero, ["Retry.BaseDelay", "00:00:00"]),
        ["longest delay"] = (static options => options.Retry.MaxDelay = TimeSpan.FromSeconds(0.5), ["Retry.MaxDelay", "00:00:00.5", "Retry.BaseDelay", "00:00:01"]),
        ["drain"] = (static options => options.Shutdown.DrainTime = TimeSpan.FromDays(2), ["Shutdown.DrainTime", "2.00:00:00"]),
        ["grace"] = (static options => options.Shutdown.CancelGrace = TimeSpan.FromSeconds(-1), ["Shutdown.CancelGrace", "-00:00:01"]),
        ["release"] = (static options => options.Shutdown.ReleaseTime = TimeSpan.FromSeconds(-1), ["Shutdown.ReleaseTime", "-00:00:01"]),
        ["batch items"] = (static options => options.Embedding.MaxBatchItems = 0, ["Embedding.MaxBatchItems", "0"]),
        ["batch bytes"] = (static options => options.Embedding.MaxBatchBytes = 0, ["Embedding.MaxBatchBytes", "0"]),
        ["batches at one time"] = (static options => options.Embedding.MaxConcurrentBatches = 0, ["Embedding.MaxConcurrentBatches", "0"]),
        ["batch tokens"] = (
            static options =>
            {
                options.Embedding.MaxBatchTokens = 0;
                options.Embedding.CountTokens = static text => text.Length;
            },
            ["Embedding.MaxBatchTokens", "0"]),
        ["nobody counts tokens"] = (static options => options.Embedding.MaxBatchTokens = 100, ["Embedding.MaxBatchTokens", "Embedding.CountTokens"]),
        ["batch delay"] = (static options => options.Embedding.MaxBatchDelay = TimeSpan.FromMinutes(2), ["Embedding.MaxBatchDelay", "00:02:00"]),
        ["batch time"] = (static options => options.Embedding.BatchTimeout = TimeSpan.FromMinutes(6), ["Embedding.BatchTimeout", "00:06:00", "HandlerTimeout", "00:10:00"]),
        ["tokens a minute"] = (static options => options.Embedding.Budget.TokensPerMinute = 0, ["Embedding.Budget.TokensPerMinute", "0"]),
        ["requests a minute"] = (static options => options.Embedding.Budget.RequestsPerMinute = -1, ["Embedding.Budget.RequestsPerMinute", "-1"]),
        ["burst"] = (static options => options.Embedding.Budget.Burst = TimeSpan.Zero, ["Embedding.Budget.Burst", "00:00:00"]),
        ["longest pause after a refusal"] = (static options => options.Embedding.Budget.MaxPause = TooLong, ["Embedding.Budget.MaxPause", "50.00:00:00"]),
        ["reserved name"] = (static options => options.Embedding.TextAttribute = "_hevlayer_text", ["Embedding.TextAttribute", "'_hevlayer_text'"]),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Fact]
    public void Defaults_WithPipelineAndWorker_HaveNoProblem() => Assert.Empty(DocumentWorkerRules.Problems(Sound()));

    [Fact]
    public void Limits_AtTheirEdges_HaveNoProblem()
    {
        var options = Sound();
        options.Lease = TimeSpan.FromSeconds(1);
        options.ClaimLimit = options.MaxConcurrentDocuments = options.MaxHeldDocuments = 1;
        options.MaxBufferedBytes = 1;
        options.LivenessLimit = options.MaxErrorPause + options.MaxIdlePause;
        options.Retry.MaxAttempts = options.Retry.MaxGatewayFailures = 1;
        options.Retry.MaxDelay = options.Retry.BaseDelay;
        options.Shutdown.DrainTime = options.Shutdown.CancelGrace = options.Shutdown.ReleaseTime = TimeSpan.Zero;
        options.Embedding.MaxBatchDelay = TimeSpan.Zero;
        options.Embedding.BatchTimeout = options.HandlerTimeout / 2;
        options.Embedding.TextAttribute = string.Empty;

        Assert.Empty(DocumentWorkerRules.Problems(options));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Problem_OneThingIsWrong_NamesOptionsValuesAndVariable(string name)
    {
        var (spoil, named) = Table[name];
        var options = Sound();
        spoil(options);

        var problems = DocumentWorkerRules.Problems(options).ToList();

        Assert.NotEmpty(problems);
        Assert.Contains(problems, problem => named.All(word => problem.Contains(word, StringComparison.Ordinal)));
        Assert.All(problems, static problem => Assert.EndsWith(".", problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Problems_SeveralThingsAreWrong_NamesAll()
    {
        var options = Sound();
        options.PipelineId = string.Empty;
        options.ClaimLimit = 0;
        options.Retry.MaxAttempts = 0;

        Assert.Equal(3, DocumentWorkerRules.Problems(options).Count());
    }

    private static DocumentWorkerOptions Sound() => new() { PipelineId = "products", WorkerId = "worker-1" };
}
