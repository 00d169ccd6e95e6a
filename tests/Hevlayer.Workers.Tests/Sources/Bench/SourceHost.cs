using System.Net;
using Hevlayer.Local;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hevlayer.Workers.Tests.Sources;

/// <summary>A host with what a test registers, the local gateway in process, and a queue; on the real clock with short pauses.</summary>
internal sealed class SourceHost : IAsyncDisposable
{
    public const string Pipeline = "products";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly List<(Func<bool> IsOver, TaskCompletionSource Seen)> _awaited = [];
    private readonly List<HttpStatusCode> _replies = [];
    private readonly LocalGateway _gateway;
    private readonly IHost _host;

    public SourceHost(Action<SourceHost, IServiceCollection> register, Action<LocalGatewayOptions>? gateway = null, params (string Name, string? Value)[] variables)
    {
        var options = new LocalGatewayOptions { StatusCacheTime = TimeSpan.Zero };
        gateway?.Invoke(options);
        _gateway = LocalGateway.Create(options);
        Queue = NewQueue();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("HEVLAYER_PIPELINE_ID", Pipeline), .. variables.Select(static variable => KeyValuePair.Create(variable.Name, variable.Value))]);
        builder.Services.AddHevlayer(client => client.BaseAddress = _gateway.BaseAddress)
            .ConfigurePrimaryHttpMessageHandler(() => new GatewayReplies(_gateway.CreateHandler(), Saw));
        builder.Services.AddSingleton(Queue);
        register(this, builder.Services);
        _host = builder.Build();
    }

    public QueueModel Queue { get; }

    public IServiceProvider Services => _host.Services;

    public IHevlayerClient Layer => Services.GetRequiredService<IHevlayerClient>();

    public WorkerStatus Status => Services.GetRequiredService<WorkerStatus>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Options with short pauses.</summary>
    public static void InHaste(SourceWorkerOptions options)
    {
        options.IdlePause = TimeSpan.FromMilliseconds(5);
        options.Retry.BaseDelay = options.Retry.MaxDelay = options.Retry.ReturnDelay = TimeSpan.FromMilliseconds(5);
    }

    /// <summary>A queue whose calls this host tells of.</summary>
    public QueueModel NewQueue() => new(TimeProvider.System) { Done = _ => Look() };

    public async Task StartAsync(bool createsPipeline = true)
    {
        if (createsPipeline)
        {
            await CreatePipelineAsync();
        }

        await _host.StartAsync(Cancel);
    }

    public Task CreatePipelineAsync(string id = Pipeline) => Layer.EnsurePipelineAsync(id, id, cancellationToken: Cancel);

    public Task StopAsync() => _host.StopAsync(Cancel);

    public Task<IReadOnlyList<Chunk>> ChunksAsync(string documentId, string pipeline = Pipeline) => Layer.GetChunksAsync(pipeline, documentId, Cancel);

    /// <summary>Ends when a condition holds after a call to the queue or a reply of the gateway.</summary>
    public Task UntilAsync(Func<bool> isOver)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _awaited.Add((isOver, seen));
        }

        Look();
        return seen.Task.WaitAsync(Patience, Cancel);
    }

    public Task UntilEmptyAsync() => UntilAsync(() => Queue.Left.Count == 0);

    public Task UntilReplyAsync(HttpStatusCode status) => UntilAsync(() => _replies.Contains(status));

    public async ValueTask DisposeAsync()
    {
        // A host whose start failed is stopped by its disposal.
        await ((IAsyncDisposable)_host).DisposeAsync();
        await _gateway.DisposeAsync();
    }

    private void Saw(HttpStatusCode status)
    {
        lock (_lock)
        {
            _replies.Add(status);
        }

        Look();
    }

    private void Look()
    {
        lock (_lock)
        {
            foreach (var (_, seen) in _awaited.Where(static awaited => awaited.IsOver()))
            {
                seen.TrySetResult();
            }
        }
    }
}
