using Hevlayer;
using Hevlayer.Workers;

namespace MyFunction;

/// <summary>The program: a function worker with its health checks.</summary>
public static class App
{
    /// <summary>What the gateway is told of the function. A new version computes every row again.</summary>
    public static UdfSpec Specification => new() { TargetNamespaces = ["NAMESPACE"], Inputs = ["text"], Version = "v1", Worker = new() };

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddObservability();
        builder.Services.AddHevlayerWorkers().AddFunction<Summarise, Article, Summarised>(
            "FUNCTION",
            RowJson.Default.Article,
            RowJson.Default.Summarised,
            static options => options.Register(Specification));
        builder.Services.AddHealthChecks().AddHevlayerWorkers();

        var app = builder.Build();
        app.MapHealthChecks("/live", new() { Predicate = static check => check.Tags.Contains("live") });
        app.MapHealthChecks("/ready");
        return app;
    }
}
