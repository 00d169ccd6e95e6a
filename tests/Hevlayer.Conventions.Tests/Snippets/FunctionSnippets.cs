using System.Text.Json.Serialization;
using Hevlayer.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Host = Hevlayer.Conventions.Tests.HostWithAnEnd;
using MyModel = Hevlayer.Conventions.Tests.FirstWords;

namespace Hevlayer.Conventions.Tests.Snippets;

internal static partial class FunctionSnippets
{
    public static async Task SummariseAsync(string[] args)
    {
        #region function-host
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddSingleton<ISummariser>(new MyModel());
        builder.Services.AddHevlayerWorkers().AddFunction<Summarise, Article, Summary>(
            "summaries",
            ArticleJson.Default.Article,
            ArticleJson.Default.Summary,
            options => options.Register(new() { TargetNamespaces = ["products"], Version = "v1", Worker = new() }));
        await builder.Build().RunAsync();
        #endregion
    }

    public static void AddOthers(HostApplicationBuilder builder)
    {
        #region function-others
        builder.Services.AddHevlayerWorkers()
            .AddFunction(
                "languages",
                (item, cancellationToken) => Task.FromResult(item.Input.GetString("text") is { } text
                    ? FunctionResult.Write("language", LanguageOf(text))
                    : FunctionResult.Fail("The row has no text.")),
                options => options.Outputs.Add("language"))
            .AddEmbeddingFunction("vectors", item => item.Input.GetString("text"));
        #endregion
    }

    public static async Task NewVersionAsync(HevlayerClient layer, IProgress<FunctionProgress> progress)
    {
        #region function-version
        var summaries = layer.Function("summaries");
        await summaries.EnsureVersionAsync(new() { TargetNamespaces = ["products"], Inputs = ["text"], Version = "v2", Worker = new() });
        var status = await summaries.DiscoverAndWaitAsync(progress: progress);
        Console.WriteLine($"{status.FailedCount} rows failed.");
        #endregion
    }

    public static async Task<UdfStatus> WaitAsync(HevlayerClient layer)
    {
        #region function-wait
        var status = await layer.WaitForFunctionAsync("summaries", new() { Timeout = TimeSpan.FromHours(1) });
        #endregion
        return status;
    }

    private static string LanguageOf(string text) => text.Contains("rot", StringComparison.Ordinal) ? "de" : "en";

    public static IFunctionHandler<Article, Summary> Handler(ISummariser model) => new Summarise(model);

    #region function-handler
    public sealed record Article(string Text);

    public sealed record Summary(string Summarised, int Words);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Article))]
    [JsonSerializable(typeof(Summary))]
    public sealed partial class ArticleJson : JsonSerializerContext;

    public sealed class Summarise(ISummariser model) : IFunctionHandler<Article, Summary>
    {
        public async Task<Summary> HandleAsync(Article input, FunctionItem item, CancellationToken cancellationToken)
        {
            var summary = await model.SummariseAsync(input.Text, cancellationToken);
            return new(summary, summary.Split(' ').Length);
        }
    }
    #endregion
}
