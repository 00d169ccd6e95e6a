using Hevlayer.Local;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Workers.Tests;

/// <summary>An app with workers, beside a local gateway of its own with a pipeline.</summary>
internal sealed class WorkerHost : IAsyncDisposable
{
    public const string Key = "key-that-nobody-may-read";
    public const string Pipeline = "products";

    // No host takes so long, but one that hangs must not hang the tests.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly (string Key, string Value)[] Defaults =
    [
        ("HEVLAYER_PIPELINE_ID", Pipeline),
        ("HEVLAYER_WORKER_ID", "worker-1"),
        ("Hevlayer:Worker:IdlePause", "00:00:00.05"),
        ("Hevlayer:Worker:MaxIdlePause", "00:00:00.2"),
    ];

    private bool _isStarted;

    private WorkerHost(LocalGateway gateway, IHost host, LogBook log, FakeTimeProvider? clock)
    {
        Gateway = gateway;
        Host = host;
        Log = log;
        Clock = clock;
        Client = new HevlayerClient(
            new() { BaseAddress = gateway.BaseAddress, ApiKey = Key, TimeProvider = clock ?? TimeProvider.System },
            gateway.CreateHandler());
    }

    public LocalGateway Gateway { get; }

    public IHost Host { get; }

    public LogBook Log { get; }

    /// <summary>The app's clock; null when it is that of the system.</summary>
    public FakeTimeProvider? Clock { get; }

    /// <summary>A client of the test's own.</summary>
    public HevlayerClient Client { get; }

    public WorkerStatus Status => Host.Services.GetRequiredService<WorkerStatus>();

    /// <summary>An app over HTTP, in real time.</summary>
    public static async Task<WorkerHost> OverHttpAsync(Action<IServiceCollection> register, params (string Key, string Value)[] configuration)
    {
        var gateway = await LocalGateway.StartAsync(GatewayOptions(TimeProvider.System), TestContext.Current.CancellationToken);
        return await MakeAsync(gateway, null, null, register, configuration);
    }

    /// <summary>An app without sockets, on a clock that nothing but the test moves.</summary>
    public static Task<WorkerHost> InMemoryAsync(Action<IServiceCollection> register, params (string Key, string Value)[] configuration) =>
        InMemoryAsync(static inner => inner, register, configuration);

    /// <summary>The same with something between the app and its gateway.</summary>
    public static async Task<WorkerHost> InMemoryAsync(Func<HttpMessageHandler, HttpMessageHandler> between, Action<IServiceCollection> register, params (string Key, string Value)[] configuration)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var gateway = LocalGateway.Create(GatewayOptions(clock));
        return await MakeAsync(gateway, between(gateway.CreateHandler()), clock, register, configuration);
    }

    public async Task StageAsync(params IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            await Client.PutChunksAsync(Pipeline, id, [new() { Id = $"{id}-0", Text = $"text of {id}" }], TestContext.Current.CancellationToken);
        }
    }

    public async Task<IReadOnlyDictionary<string, long>> CountsAsync() =>
        (await Client.GetPipelineStatusAsync(Pipeline, TestContext.Current.CancellationToken)).Counts;

    public async Task StartAsync()
    {
        await RunAsync(() => Host.StartAsync(TestContext.Current.CancellationToken));
        _isStarted = true;
    }

    public Task StopAsync() => RunAsync(() => Host.StopAsync(TestContext.Current.CancellationToken));

    /// <summary>Ends when so many entries of a kind have been logged.</summary>
    public Task WhenLoggedAsync(int id, int count = 1) => RunAsync(() => Log.WhenAsync(_ => Log.Of(id).Count >= count));

    /// <summary>Moves the clock, if it is the test's, until the work ends.</summary>
    public async Task RunAsync(Func<Task> work)
    {
        var task = Task.Run(work);
        var began = TimeProvider.System.GetTimestamp();
        while (Clock is not null && !task.IsCompleted)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Longest, $"What was waited for did not come within {Longest}.");
            Clock.Advance(TimeSpan.FromMilliseconds(100));

            // What the clock set off runs on the thread pool.
            await Task.WhenAny(task, Task.Delay(1, TestContext.Current.CancellationToken));
        }

        await task.WaitAsync(Longest, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_isStarted)
        {
            await StopAsync();
        }

        Host.Dispose();
        await Client.DisposeAsync();
        await Gateway.DisposeAsync();
    }

    private static LocalGatewayOptions GatewayOptions(TimeProvider clock)
    {
        var options = new LocalGatewayOptions { TimeProvider = clock, StatusCacheTime = TimeSpan.Zero };
        options.Keys.Add(new LocalGatewayKey(Key));
        return options;
    }

    private static async Task<WorkerHost> MakeAsync(LocalGateway gateway, HttpMessageHandler? far, FakeTimeProvider? clock, Action<IServiceCollection> register, (string Key, string Value)[] configuration)
    {
        var log = new LogBook();
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.ConfigureContainer(new DefaultServiceProviderFactory(new() { ValidateOnBuild = true, ValidateScopes = true }));
        Configure(builder.Configuration, Defaults);
        Configure(builder.Configuration, configuration);
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        if (clock is not null)
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
        }

        var http = builder.Services.AddHevlayer(options =>
        {
            options.BaseAddress = gateway.BaseAddress;
            options.ApiKey = Key;
        });
        if (far is not null)
        {
            http.ConfigurePrimaryHttpMessageHandler(() => far);
        }

        register(builder.Services);
        var host = new WorkerHost(gateway, builder.Build(), log, clock);
        await host.Client.EnsurePipelineAsync(Pipeline, "shop", cancellationToken: TestContext.Current.CancellationToken);
        return host;
    }

    private static void Configure(ConfigurationManager configuration, IEnumerable<(string Key, string Value)> entries) =>
        configuration.AddInMemoryCollection(entries.Select(static entry => KeyValuePair.Create(entry.Key, (string?)entry.Value)));
}
