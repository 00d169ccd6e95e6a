using Hevlayer;
using Hevlayer.Workers;

namespace MySourceWorker;

/// <summary>The program: a source worker with its health checks.</summary>
public static class App
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddObservability();
        builder.Services.AddSingleton<ArticleSource>();
        builder.Services.AddHevlayerWorkers().AddSource<Article, ArticleSource>(
            static article => article.Id,
            static article => SourceDocument.OfText(article.Text));
        builder.Services.AddHealthChecks().AddHevlayerWorkers();

        var app = builder.Build();
        app.MapHealthChecks("/live", new() { Predicate = static check => check.Tags.Contains("live") });
        app.MapHealthChecks("/ready");
        return app;
    }
}
