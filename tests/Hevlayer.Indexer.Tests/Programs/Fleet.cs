namespace Hevlayer.Indexer.Tests;

/// <summary>One indexer: gateway, queues, app, and workers that come and go.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    /// <summary>How long a worker may take to end, by the options below.</summary>
    public static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(8);

    /// <summary>How long a worker that is gone keeps documents and messages from others.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    private static readonly KeyValuePair<string, string>[] Tempo =
    [
        .. ((string[])["Worker", "Source"]).SelectMany(static kind => (KeyValuePair<string, string>[])
        [
            new($"Hevlayer__{kind}__MaxErrorPause", "00:00:01"),
            new($"Hevlayer__{kind}__IdlePause", "00:00:00.2"),
            new($"Hevlayer__{kind}__Shutdown__DrainTime", "00:00:05"),
            new($"Hevlayer__{kind}__Shutdown__CancelGrace", "00:00:01"),
            new($"Hevlayer__{kind}__Shutdown__ReleaseTime", "00:00:02"),
        ]),
        new("Hevlayer__Worker__MaxIdlePause", "00:00:00.5"),
        new("Hevlayer__Worker__Lease", $"{Lease}"),
        new("HEVLAYER_PIPELINE_ID", RunningGateway.Pipeline),
        new("Logging__LogLevel__Hevlayer", "Debug"),
    ];

    private readonly SqsServer _sqs;
    private readonly List<Worker> _workers = [];

    private Fleet(SqsServer sqs, RunningGateway gateway, SqsQueueProbe queue, SqsQueueProbe deadLetters)
    {
        _sqs = sqs;
        Gateway = gateway;
        Queue = queue;
        DeadLetters = deadLetters;
    }

    public RunningGateway Gateway { get; }

    public SqsQueueProbe Queue { get; }

    public SqsQueueProbe DeadLetters { get; }

    public RunningApp App { get; private set; } = null!;

    /// <summary>The workers that run.</summary>
    public IReadOnlyList<Worker> Workers => [.. _workers.Where(static worker => worker.Program.IsRunning)];

    /// <summary>All workers that ever ran.</summary>
    public IReadOnlyList<Worker> AllWorkers => _workers;

    private IEnumerable<KeyValuePair<string, string>> Variables =>
    [
        .. _sqs.Variables,
        .. Tempo,
        new("HEVLAYER_BASE_URL", Gateway.Address.OriginalString),
        new("QUEUE_URL", Queue.Url),
        new("HEVLAYER_SOURCE_REF", $$"""{"queueUrl":"{{Queue.Url}}","deadLetterQueueUrl":"{{DeadLetters.Url}}","visibilityTimeoutSeconds":{{(int)Lease.TotalSeconds}},"longPollSeconds":1}"""),
    ];

    /// <summary>Starts all but the workers.</summary>
    /// <param name="sqs">Where its queues are made.</param>
    /// <param name="statusCacheSeconds">How long the gateway keeps a status; the app is told.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Fleet> StartAsync(SqsServer sqs, string statusCacheSeconds, CancellationToken cancellationToken)
    {
        var fleet = new Fleet(
            sqs,
            await RunningGateway.StartAsync(cancellationToken, statusCacheSeconds),
            await sqs.CreateQueueAsync(cancellationToken),
            await sqs.CreateQueueAsync(cancellationToken));
        try
        {
            fleet.App = await RunningApp.StartAsync([.. fleet.Variables, new("Hevlayer__Polling__StatusCacheTime", $"00:00:0{statusCacheSeconds}")], cancellationToken);
            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a worker under an id of its own.</summary>
    public Worker Start(WorkerKind kind, IEnumerable<KeyValuePair<string, string>>? variables = null)
    {
        var id = $"{kind}-{_workers.Count}";
        var program = RunningProgram.Start(
            id,
            Repository.Program($"samples/Indexer/{kind}", $"Hevlayer.Indexer.{kind}"),
            ["--urls", "http://127.0.0.1:0"],
            [.. Variables, new("HEVLAYER_WORKER_ID", id), .. variables ?? []]);
        var worker = new Worker(id, kind, program);
        _workers.Add(worker);
        return worker;
    }

    /// <summary>The ends of what workers wrote, for the message of a test that fails.</summary>
    public string Logs() => string.Join('\n', _workers.Select(static worker => $"--- {worker.Id}\n{worker.Program.Output}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await worker.Program.DisposeAsync();
        }

        if (App is not null)
        {
            await App.DisposeAsync();
        }

        await Gateway.DisposeAsync();
    }
}
