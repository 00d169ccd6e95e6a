using Hevlayer.Local;
using Hevlayer.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tool.Tests;

/// <summary>Runs commands in this process against a local gateway, all on one clock that is moved on by hand.</summary>
internal sealed class ToolWorld : IAsyncDisposable
{
    public const string Pipeline = "products";

    /// <summary>The key of the test's own client, and of its worker, where keys are asked for.</summary>
    public const string OwnKey = "all";

    private static readonly Uri Address = new("http://gateway.test");
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    public ToolWorld(params LocalGatewayKey[] keys)
    {
        var options = new LocalGatewayOptions { TimeProvider = Clock, StatusCacheTime = TimeSpan.Zero, StabilityLag = TimeSpan.Zero };
        Array.ForEach(keys, options.Keys.Add);
        Gateway = LocalGateway.Create(options);
        Client = new(new() { BaseAddress = Address, ApiKey = keys.Length > 0 ? OwnKey : null, TimeProvider = Clock }, Gateway.CreateHandler());
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public LocalGateway Gateway { get; }

    public HevlayerClient Client { get; }

    /// <summary>Environment variables of the commands.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal)
    {
        ["HEVLAYER_BASE_URL"] = Address.AbsoluteUri,
        ["HEVLAYER_PIPELINE_ID"] = Pipeline,
    };

    /// <summary>What a command finds on standard input.</summary>
    public string Input { get; set; } = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task StageAsync(params string[] ids)
    {
        await Client.EnsurePipelineAsync(Pipeline, "shop", cancellationToken: Token);
        foreach (var id in ids)
        {
            await Client.PutChunksAsync(Pipeline, id, [new() { Id = $"{id}-0", Text = id }], Token);
        }
    }

    /// <summary>A worker indexes what is staged, and fails what has a reason.</summary>
    public async Task WorkAsync(Func<string, string?> reasonOf)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(reasonOf);
        builder.Services.AddHevlayer(options => (options.BaseAddress, options.ApiKey) = (Address, OwnKey)).ConfigurePrimaryHttpMessageHandler(Gateway.CreateHandler);
        builder.Services.AddHevlayerWorkers().AddDocuments<ReasonHandler>(configure: static options => (options.PipelineId, options.WorkerId) = (Pipeline, "worker-1"));
        using var host = builder.Build();
        await UntilAsync(host.StartAsync(Token));
        await UntilAsync(DrainedAsync());
        await UntilAsync(host.StopAsync(Token));
    }

    /// <summary>Runs a command to its end.</summary>
    public Task<ToolResult> RunAsync(params string[] arguments) => RunAsync(Gateway.CreateHandler(), CancellationToken.None, arguments);

    public async Task<ToolResult> RunAsync(HttpMessageHandler? connections, CancellationToken stopping, params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var run = Task.Run(
            () => Program.RunAsync(arguments, new()
            {
                In = new StringReader(Input),
                Out = TextWriter.Synchronized(output),
                Error = TextWriter.Synchronized(error),
                IsTerminal = false,
                Variable = Variables.GetValueOrDefault,
                Clock = Clock,
                Connections = connections,
                Stopping = stopping,
            }),
            Token);
        await UntilAsync(run);
        return new((ExitCode)await run, output.ToString(), error.ToString());
    }

    public async Task<long> CountAsync(string stage) => (await Client.GetPipelineStatusAsync(Pipeline, Token)).Counts.GetValueOrDefault(stage);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Gateway.DisposeAsync();
    }

    private async Task DrainedAsync()
    {
        while (await Client.GetPipelineStatusAsync(Pipeline, Token) is { PendingCount: > 0 } or { ProcessingCount: > 0 })
        {
            await Task.Delay(1, Token);
        }
    }

    private async Task UntilAsync(Task work)
    {
        while (await Task.WhenAny(work, Task.Delay(1, Token)) != work)
        {
            Clock.Advance(Step);
        }

        await work;
    }
}
