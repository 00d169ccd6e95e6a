using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hevlayer.Workers.Tests;

public sealed class FunctionWorkerRulesTests
{
    /// <summary>What is set wrong, and all that the problem's text must name.</summary>
    private static readonly Dictionary<string, (Action<FunctionWorkerOptions> Spoil, string[] Named)> Table = new(StringComparer.Ordinal)
    {
        ["no function"] = (static options => options.FunctionId = " ", ["FunctionId", "HEVLAYER_UDF_ID"]),
        ["no worker"] = (static options => options.WorkerId = string.Empty, ["WorkerId", "HEVLAYER_WORKER_ID"]),
        ["lease"] = (static options => options.Lease = TimeSpan.FromSeconds(10.5), ["Lease", "00:00:10.5"]),
        ["reserved output"] = (static options => options.Outputs.Add("_hevlayer_x"), ["Outputs", "'_hevlayer_x'"]),
        ["output that is none"] = (static options => options.Outputs.Add("vector"), ["Outputs", "'vector'"]),
        ["output without a name"] = (static options => options.Outputs.Add(string.Empty), ["Outputs", "no name"]),
        ["two versions"] = (
            static options =>
            {
                options.Version = "v1";
                options.Register(FunctionHost.Spec with { Version = "v2" });
            },
            ["Version", "'v1'", "'v2'"]),
        ["claim limit"] = (static options => options.ClaimLimit = 0, ["ClaimLimit", "0"]),
        ["places"] = (static options => options.MaxConcurrentRows = 0, ["MaxConcurrentRows", "0"]),
        ["fewer held than worked on"] = (static options => options.MaxHeldRows = 5, ["MaxHeldRows", "5", "MaxConcurrentRows", "16"]),
        ["handler time"] = (static options => options.HandlerTimeout = TimeSpan.Zero, ["HandlerTimeout", "00:00:00"]),
        ["longest idle pause"] = (static options => options.MaxIdlePause = TimeSpan.FromSeconds(0.5), ["MaxIdlePause", "IdlePause"]),
        ["liveness"] = (static options => options.LivenessLimit = TimeSpan.FromSeconds(34), ["LivenessLimit", "MaxErrorPause", "MaxIdlePause"]),
        ["gateway failures"] = (static options => options.Retry.MaxGatewayFailures = 0, ["Retry.MaxGatewayFailures", "0"]),
        ["drain"] = (static options => options.Shutdown.DrainTime = TimeSpan.FromDays(2), ["Shutdown.DrainTime"]),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Start_WrongOption_StopsTheHostAndNamesIt(string name)
    {
        var (spoil, named) = Table[name];
        await using var host = await FunctionHost.WithAsync(static (_, _) => Task.FromResult(FunctionResult.Done), spoil);

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(host.Host.StartAsync);

        var failure = Assert.Single(exception.Failures);
        Assert.StartsWith("Hevlayer:Function:captions: ", failure, StringComparison.Ordinal);
        Assert.All(named, text => Assert.Contains(text, failure, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Options_ComeFromVariablesThenFromTheSection()
    {
        await using var host = await WorkerHost.InMemoryAsync(
            static services => services.AddHevlayerWorkers()
                .AddFunction(string.Empty, static (_, _) => Task.FromResult(FunctionResult.Done))
                .AddEmbeddingFunction("vectors", static _ => null),
            ("HEVLAYER_FUNCTION_ID", "titles"),
            ("HEVLAYER_UDF_BATCH_SIZE", "7"),
            ("Hevlayer:Function:Lease", "00:00:45"),
            ("Hevlayer:Function:Outputs:0", "title"),
            ("Hevlayer:Function:vectors:ClaimLimit", "9"));
        var options = host.Host.Services.GetRequiredService<IOptionsMonitor<FunctionWorkerOptions>>();

        var unnamed = options.Get(string.Empty);
        var vectors = options.Get("vectors");

        Assert.Equal(("titles", "worker-1", 7, TimeSpan.FromSeconds(45)), (unnamed.FunctionId, unnamed.WorkerId, unnamed.ClaimLimit, unnamed.Lease));
        Assert.Equal(["title"], unnamed.Outputs);
        Assert.Equal(("vectors", "worker-1-vectors", 9), (vectors.FunctionId, vectors.WorkerId, vectors.ClaimLimit));
        Assert.Equal((true, 128, 256), (vectors.WritesVectors, vectors.MaxConcurrentRows, vectors.MaxHeldRows));
        Assert.Equal((false, 16, 64), (unnamed.WritesVectors, unnamed.MaxConcurrentRows, unnamed.MaxHeldRows));
    }

    [Fact]
    public void Register_Twice_IsRefused()
    {
        var workers = new ServiceCollection().AddHevlayerWorkers().AddFunction("f", static (_, _) => Task.FromResult(FunctionResult.Done));

        Assert.Throws<InvalidOperationException>(() => workers.AddEmbeddingFunction("f", static _ => null));
        Assert.Throws<ArgumentException>(() => workers.AddEmbedding("function:f"));
        Assert.Throws<ArgumentNullException>(() => workers.AddFunction<UnitFunction>(null!));
    }
}
