using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Workers.Tests;

/// <summary>An app with function workers, and rows in the namespace <c>shop</c> of its gateway.</summary>
internal sealed class FunctionHost(WorkerHost host, Interceptor wire) : IAsyncDisposable
{
    public const string Namespace = "shop";
    public const string Function = "captions";

    public WorkerHost Host => host;

    /// <summary>The app's calls.</summary>
    public Interceptor Wire => wire;

    public WorkerStatus Status => host.Status;

    public LogBook Log => host.Log;

    public IHevlayerApi Api => host.Client.Api;

    public static UdfSpec Spec => new() { TargetNamespaces = [Namespace], Inputs = ["text"], Worker = new(), Triggers = [UdfTrigger.Write, UdfTrigger.Discovery] };

    /// <summary>An app whose function is registered, as the test says.</summary>
    public static async Task<FunctionHost> StartAsync(Action<HevlayerWorkersBuilder> register, Func<UdfSpec, UdfSpec>? change = null)
    {
        Interceptor? wire = null;
        var app = await WorkerHost.InMemoryAsync(inner => wire = new Interceptor(inner), services => register(services.AddHevlayerWorkers()));
        var host = new FunctionHost(app, wire!);
        await host.Api.CreateUdfAsync(new() { Id = Function, Spec = change?.Invoke(Spec) ?? Spec }, cancellationToken: Token);
        return host;
    }

    /// <summary>An app with a delegate that writes the attribute <c>caption</c>.</summary>
    public static Task<FunctionHost> WithAsync(Func<FunctionItem, CancellationToken, Task<FunctionResult>> work, Action<FunctionWorkerOptions>? configure = null, Func<UdfSpec, UdfSpec>? change = null) =>
        StartAsync(
            workers => workers.AddFunction(
                Function,
                work,
                options =>
                {
                    options.Outputs.Add("caption");
                    configure?.Invoke(options);
                }),
            change);

    public static FunctionResult Caption(FunctionItem item) => FunctionResult.Write("caption", $"Caption of {item.Input.GetString("text")}");

    public Task PutAsync(params IEnumerable<string> ids) => host.Client.Namespace(Namespace).WriteAsync(
        new() { UpsertRows = [.. ids.Select(static id => new WriteRow { Id = id, Vector = new float[] { 1, 0 }, Attributes = new() { ["text"] = id } })] },
        Token);

    public async Task<AttributeMap> RowAsync(string id) => (await Api.FetchDocumentAsync(Namespace, id, cancellationToken: Token)).Attributes;

    public Task<UdfStatus> CountsAsync() => Api.GetUdfStatusAsync(Function, cancellationToken: Token);

    /// <summary>Starts the app and waits until nothing is pending or in work.</summary>
    public async Task<UdfStatus> RunAsync()
    {
        await host.StartAsync();
        return await DrainAsync();
    }

    public async Task<UdfStatus> DrainAsync()
    {
        UdfStatus? status = null;
        await host.RunAsync(async () => status = await host.Client.WaitForFunctionAsync(Function, new() { Timeout = TimeSpan.FromHours(2) }, cancellationToken: Token));
        return status!;
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
