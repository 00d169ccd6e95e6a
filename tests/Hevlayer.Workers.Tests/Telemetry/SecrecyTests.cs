using System.Net;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers.Tests;

/// <summary>At the level Trace, through success and every kind of trouble, no log holds what is nobody's business.</summary>
public sealed class SecrecyTests
{
    private const string Secret = "the patient's name is on this page";

    private int _writes;
    private int _claims;

    [Fact]
    public async Task Logs_ThroughSuccessAndTrouble_HoldNoTextVectorOrKey()
    {
        await using var host = await WorkerHost.InMemoryAsync(
            inner => new StandInHandler(inner, Answer),
            static services => services
                .AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(new SecretGenerator())
                .AddHevlayerEmbeddingWorker(static options =>
                {
                    options.Retry.MaxAttempts = 2;
                    options.Embedding.MaxBatchBytes = 200;
                }));
        await StageAsync(host, "good", Secret);
        await StageAsync(host, "bad", $"bad {Secret}");
        await StageAsync(host, "nan", $"nan {Secret}");
        await StageAsync(host, "huge", string.Concat(Enumerable.Repeat(Secret, 10)));
        await StageAsync(host, "refused", $"refused {Secret}");

        await host.StartAsync();
        await host.WhenLoggedAsync(LogIds.DocumentFailed, 4);
        await host.WhenLoggedAsync(LogIds.DocumentCompleted);
        await host.StopAsync();

        var entries = host.Log.Entries;
        Assert.NotEmpty(host.Log.Of(LogIds.TakeFailed));
        Assert.NotEmpty(host.Log.Of(LogIds.AttemptFailed));
        Assert.Contains(entries, static entry => entry.Level <= LogLevel.Debug);
        Assert.All(entries, static entry =>
        {
            var all = $"{entry.Text} {entry.Exception}";
            Assert.DoesNotContain(Secret, all, StringComparison.Ordinal);
            Assert.DoesNotContain("4711", all, StringComparison.Ordinal);
            Assert.DoesNotContain(WorkerHost.Key, all, StringComparison.Ordinal);
        });
        Assert.All(host.Status.RecentFailures, static failure => Assert.DoesNotContain(Secret, failure.Reason, StringComparison.Ordinal));
    }

    private static async Task StageAsync(WorkerHost host, string id, string text) =>
        await host.Client.PutChunksAsync(WorkerHost.Pipeline, id, [new() { Id = $"{id}-0", Text = text }], TestContext.Current.CancellationToken);

    // The first claim fails, each first write is in trouble, and one document is refused with its own rows in the reply.
    private HttpResponseMessage? Answer(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (path.EndsWith("/claim", StringComparison.Ordinal) && _claims++ == 0)
        {
            return new(HttpStatusCode.InternalServerError) { Content = new StringContent("trouble") };
        }

        var isWrite = path.EndsWith("/namespaces/shop", StringComparison.Ordinal);
        if (isWrite && request.Content!.ReadAsStringAsync().GetAwaiter().GetResult().Contains("refused-", StringComparison.Ordinal))
        {
            return new(HttpStatusCode.UnprocessableEntity) { Content = new StringContent("""{"error":"validation_error","message":"a row is wrong"}""") };
        }

        return isWrite && _writes++ == 0
            ? new(HttpStatusCode.BadGateway) { Content = new StringContent("trouble") }
            : StandInHandler.Gateway;
    }

    private sealed class SecretGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            values.Any(static text => text.StartsWith("bad ", StringComparison.Ordinal))
                ? throw new InvalidOperationException("The model is broken.")
                : Task.FromResult<GeneratedEmbeddings<Embedding<float>>>(
                    [.. values.Select(static text => new Embedding<float>(new[] { text.StartsWith("nan ", StringComparison.Ordinal) ? float.NaN : 4711.5f, 1 }))]);

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
