using System.Globalization;
using Hevlayer.Workers.Simulation;
using Microsoft.Extensions.AI;

namespace Hevlayer.Workers.Tests;

/// <summary>Workers before a provider with a strict quota, on virtual time.</summary>
public sealed class ProviderBudgetTests
{
    private readonly Bench _bench = new();
    private readonly List<ScriptedGenerator> _generators = [];
    private StrictQuota? _quota;

    [Theory]
    [InlineData(60, 1)]
    [InlineData(10, 1)]
    [InlineData(60, 2)]
    [InlineData(10, 3)]
    public void Quota_Tokens_IsUsedAndHardlyEverExceeded(int savedUpSeconds, int workers)
    {
        Provide(tokens: 6_000, requests: 100_000, savedUpSeconds);
        StageLong(1_200);

        var all = Start(workers, static budget => budget.TokensPerMinute = 6_000);

        AssertUsed(all, documents: 1_200, minutes: static quota => quota.TokensTaken / 6_000);
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 60)]
    [InlineData(1, 1)]
    public void Quota_Requests_IsUsedAndHardlyEverExceeded(int workers, int savedUpSeconds)
    {
        Provide(tokens: 1_000_000, requests: 60, savedUpSeconds);
        StageLong(1_200);

        var all = Start(workers, static budget => budget.RequestsPerMinute = 60, static options => options.Embedding.MaxBatchItems = 1);

        AssertUsed(all, documents: 1_200, minutes: static quota => (quota.Calls - quota.Refused) / 60.0);
    }

    [Fact]
    public void Quota_LessThanTheOptionsSay_IsFoundByRefusals()
    {
        Provide(tokens: 6_000, requests: 100_000, savedUp: 10);
        StageLong(3_000);

        var all = Start(1, static budget => budget.TokensPerMinute = 10_000, static options => options.Embedding.MaxBatchItems = 4);

        AssertUsed(all, documents: 3_000, minutes: static quota => quota.TokensTaken / 6_000);
    }

    [Fact]
    public void Quota_NobodySaidAny_IsFoundByRefusals()
    {
        Provide(tokens: 6_000, requests: 100_000, savedUp: 10);
        StageLong(3_000);

        var all = Start(2, static _ => { }, static options => options.Embedding.MaxBatchItems = 4);

        AssertUsed(all, documents: 3_000, minutes: static quota => quota.TokensTaken / 6_000);
    }

    [Fact]
    public void Provider_RefusesForHours_NoDocumentFailsAndNoLeaseIsLost()
    {
        _bench.StageMany(20);
        var over = TimeSpan.FromHours(5);
        var worker = StartOne("worker-1", null, static options => options.HandlerTimeout = TimeSpan.FromMinutes(3));
        _generators[0].Script = (_, _) => _bench.Now > over ? null : throw new InvalidOperationException("no", new HttpRequestException("slow down", null, System.Net.HttpStatusCode.TooManyRequests));

        _bench.RunUntil(() => worker.Status.Completed == 20);

        Assert.True(_bench.Now > over);
        Assert.Equal((0, 0, 0), (worker.Status.Failed, worker.Status.LeasesLost, worker.Status.FailureStreak));
        Assert.DoesNotContain(worker.Log.Entries, static entry => entry.Id == LogIds.AttemptFailed);
        Assert.InRange(_generators[0].Batches.Count, 5 * 60, (5 * 60) + 30);
    }

    [Fact]
    public void Provider_SaysWhen_IsAskedThenAndNotBefore()
    {
        _bench.StageMany(20);
        var worker = StartOne("worker-1", null, static _ => { });
        var at = new List<TimeSpan>();
        _generators[0].Time = TimeSpan.Zero;
        _generators[0].Script = (_, _) =>
        {
            at.Add(_bench.Now);
            return at.Count > 1 ? null : throw new HttpRequestException("slow down", null, System.Net.HttpStatusCode.TooManyRequests) { Data = { ["Retry-After"] = "90" } };
        };

        _bench.RunUntil(() => worker.Status.Completed == 20);

        Assert.Equal(TimeSpan.FromSeconds(90), at[1] - at[0]);
    }

    [Fact]
    public void Handler_HangsWhileNobodyWaits_StillHasItsTime()
    {
        _bench.StageMany(1);
        var worker = StartOne("worker-1", null, static options =>
        {
            options.HandlerTimeout = TimeSpan.FromMinutes(2);
            options.Retry.MaxAttempts = 1;
        });
        _generators[0].Script = static (texts, _) => texts[0] == "ready" ? null : new TaskCompletionSource<GeneratedEmbeddings<Embedding<float>>>().Task;

        _bench.RunUntil(() => worker.Log.Entries.Any(static entry => entry.Id == LogIds.AttemptFailed));

        Assert.True(_bench.Now < TimeSpan.FromMinutes(3));
    }

    private void Provide(double tokens, double requests, int savedUp) =>
        _quota = new(new(tokens, requests, TimeSpan.FromSeconds(savedUp)), () => _bench.Now);

    private void StageLong(int documents)
    {
        for (var number = 0; number < documents; number++)
        {
            _bench.Gateway.Stage($"d{number}", [new Chunk { Id = $"d{number}-0", Text = string.Create(CultureInfo.InvariantCulture, $"{number:D4}") + new string('x', 396) }]);
        }
    }

    private List<BenchWorker> Start(int workers, Action<BudgetOptions> budget, Action<DocumentWorkerOptions>? configure = null)
    {
        ProviderBudget? shared = null;
        return [.. Enumerable.Range(0, workers).Select(number => StartOne($"worker-{number}", worker => shared ??= new(worker.Options.Embedding.Budget, worker.Clock), options =>
        {
            budget(options.Embedding.Budget);
            configure?.Invoke(options);
        }))];
    }

    private BenchWorker StartOne(string name, Func<BenchWorker, ProviderBudget>? budget, Action<DocumentWorkerOptions> configure) => _bench.Start(
        worker =>
        {
            var scripted = new ScriptedGenerator(worker.Clock) { Time = TimeSpan.FromMilliseconds(200) };
            _generators.Add(scripted);
            if (_quota is not null)
            {
                scripted.Script = (texts, _) =>
                {
                    _quota.Take(texts.Sum(static text => TextSize.Estimate(text.Length)));
                    return null;
                };
            }

            return new EmbeddingHandler(
                new EmbeddingBatcher(scripted, worker.Options, worker.Clock, new WorkerTelemetry("products"), worker.Log, budget?.Invoke(worker)),
                "model",
                worker.Options.Embedding);
        },
        options =>
        {
            options.WorkerId = name;
            configure(options);
        });

    private void AssertUsed(List<BenchWorker> workers, int documents, Func<StrictQuota, double> minutes)
    {
        _bench.RunUntil(() => workers.Sum(static worker => worker.Status.Completed) == documents);
        var share = minutes(_quota!) / _bench.Now.TotalMinutes;

        Assert.True(share >= 0.95, $"{share:P1} of the quota was used.");
        Assert.True(_quota!.Refused <= _quota.Calls * 0.01, $"{_quota.Refused} of {_quota.Calls} calls were refused.");
        Assert.All(workers, static worker => Assert.Equal((0, 0), (worker.Status.Failed, worker.Status.LeasesLost)));
        Assert.DoesNotContain(workers.SelectMany(static worker => worker.Log.Entries), static entry => entry.Id == LogIds.AttemptFailed);
        Assert.True(_bench.Now > TimeSpan.FromMinutes(10));
    }
}
