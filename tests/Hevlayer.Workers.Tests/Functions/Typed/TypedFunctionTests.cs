using Microsoft.Extensions.DependencyInjection;
using static Hevlayer.Workers.Tests.FunctionHost;

namespace Hevlayer.Workers.Tests;

public sealed class TypedFunctionTests
{
    [Fact]
    public async Task Members_OfTheOutput_BecomeAttributes()
    {
        await using var host = await StartAsync(static workers =>
        {
            workers.Services.AddScoped<UnitOfWork>().AddSingleton<UnitOfWork.Book>();
            workers.AddFunction<DigestFunction, Article, Digest>(Function, ArticleJson.Default.Article, ArticleJson.Default.Digest);
        });
        await host.PutAsync("kettles");

        await host.RunAsync();

        var row = await host.RowAsync("kettles");
        Assert.Equal(("On kettles", 3, 0.25), (row.GetString("caption"), row.GetInt64("words"), row.GetDouble("share")));
        Assert.Equal(["a", "b"], row["tags"].AsArray().Select(static tag => tag.AsString()));
        Assert.Equal(["kettles"], host.Host.Host.Services.GetRequiredService<UnitOfWork.Book>().Closed);
    }

    [Fact]
    public async Task OneValue_IsWrittenUnderTheOneOutput()
    {
        await using var host = await StartAsync(static workers => workers.AddFunction(
            Function,
            static (article, _) => Task.FromResult($"{article.Text} of {article.Year}"),
            ArticleJson.Default.Article,
            ArticleJson.Default.String,
            static options => options.Outputs.Add("caption")));
        await host.PutAsync("a");

        await host.RunAsync();

        Assert.Equal("a of ", (await host.RowAsync("a")).GetString("caption"));
    }

    [Fact]
    public async Task OneValue_WithoutAnOutput_FailsForGood()
    {
        await using var host = await StartAsync(static workers => workers.AddFunction(
            Function,
            static (article, _) => Task.FromResult(article.Text),
            ArticleJson.Default.Article,
            ArticleJson.Default.String));
        await host.PutAsync("a");

        var status = await host.RunAsync();

        Assert.Equal(1, status.FailedCount);
        Assert.Contains("needs the name of one", Assert.Single(host.Status.RecentFailures).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_ThatDoesNotFit_FailsForGoodWithThePlace()
    {
        var handled = 0;
        await using var host = await StartAsync(
            workers => workers.AddFunction(
                Function,
                (article, _) =>
                {
                    handled++;
                    return Task.FromResult(new Digest(article.Text, 1, 1, []));
                },
                ArticleJson.Default.Article,
                ArticleJson.Default.Digest),
            static spec => spec with { Inputs = ["text", "year"] });
        await host.Host.Client.Namespace(Namespace).WriteAsync(
            new()
            {
                UpsertRows =
                [
                    new() { Id = "good", Vector = new float[] { 1, 0 }, Attributes = new() { ["text"] = "t", ["year"] = 1999 } },
                    new() { Id = "bad", Vector = new float[] { 1, 0 }, Attributes = new() { ["text"] = "t", ["year"] = 5_000_000_000 } },
                    new() { Id = "empty", Vector = new float[] { 1, 0 } },
                ],
            },
            TestContext.Current.CancellationToken);

        var status = await host.RunAsync();

        Assert.Equal((2, 1, 1), (status.FailedCount, host.Status.Completed, handled));
        Assert.Contains("do not fit Article", host.Status.RecentFailures.Single(static failure => failure.DocumentId == "shop/bad").Reason, StringComparison.Ordinal);
        Assert.Contains("$.year", host.Status.RecentFailures.Single(static failure => failure.DocumentId == "shop/bad").Reason, StringComparison.Ordinal);
        Assert.Contains("text", host.Status.RecentFailures.Single(static failure => failure.DocumentId == "shop/empty").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoOutput_CompletesTheRowAndWritesNothing()
    {
        await using var host = await StartAsync(static workers => workers.AddFunction<Article, Digest?>(
            Function,
            static (_, _) => Task.FromResult<Digest?>(null),
            ArticleJson.Default.Article,
            ArticleJson.Default.Digest!));
        await host.PutAsync("a");

        await host.RunAsync();

        Assert.Equal(1, host.Status.Completed);
        Assert.Equal(["_hevlayer_udf_captions_v", "text"], (await host.RowAsync("a")).Keys.Where(static name => name != "_hevlayer_upserted_at").Order());
    }

    [Fact]
    public async Task Register_WithoutInputs_TakesThemFromTheType()
    {
        await using var host = await StartAsync(static workers => workers.AddFunction(
            "years",
            static (article, _) => Task.FromResult(new Digest(article.Text, 1, 1, [])),
            ArticleJson.Default.Article,
            ArticleJson.Default.Digest,
            static options => options.Register(new() { TargetNamespaces = [Namespace], Version = "v1", Worker = new() })));
        await host.Host.StartAsync();

        await host.Host.RunAsync(() => host.Log.WhenAsync(static entry => entry.Id == LogIds.FunctionEnsured));

        Assert.Equal(["text", "year"], (await host.Api.GetUdfAsync("years", cancellationToken: TestContext.Current.CancellationToken)).Udf.Spec.Inputs!);
    }
}
