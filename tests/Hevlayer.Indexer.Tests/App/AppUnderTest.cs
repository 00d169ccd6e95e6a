namespace Hevlayer.Indexer.Tests;

/// <summary>The app with a gateway and a queue of its own, and no workers.</summary>
internal sealed class AppUnderTest : IAsyncDisposable
{
    private AppUnderTest(RunningGateway gateway, SqsQueueProbe queue, RunningApp app) => (Gateway, Queue, App) = (gateway, queue, app);

    public RunningGateway Gateway { get; }

    public SqsQueueProbe Queue { get; }

    public RunningApp App { get; }

    /// <summary>Starts both.</summary>
    /// <param name="sqs">Where the queue is made.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="variables">Variables that come last.</param>
    public static async Task<AppUnderTest> StartAsync(SqsServer sqs, CancellationToken cancellationToken, params KeyValuePair<string, string>[] variables)
    {
        var gateway = await RunningGateway.StartAsync(cancellationToken);
        try
        {
            var queue = await sqs.CreateQueueAsync(cancellationToken);
            var app = await RunningApp.StartAsync(
                [.. sqs.Variables, new("HEVLAYER_BASE_URL", gateway.Address.OriginalString), new("Hevlayer__Polling__StatusCacheTime", "00:00:00"), new("QUEUE_URL", queue.Url), .. variables],
                cancellationToken);
            return new(gateway, queue, app);
        }
        catch
        {
            await gateway.DisposeAsync();
            throw;
        }
    }

    public static KeyValuePair<string, string>[] Documents(params string[] ids) => [.. ids.Select(static id => KeyValuePair.Create(id, $"A text about {id}."))];

    public Task IndexAsync(int documents, CancellationToken cancellationToken) => HandWorker.IndexAsync(Queue, Gateway, documents, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Gateway.DisposeAsync();
    }
}
