using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using static Hevlayer.Workers.Tests.FunctionHost;

namespace Hevlayer.Workers.Tests;

public sealed class EmbeddingFunctionTests
{
    [Fact]
    public async Task Rows_OfManyClaims_FillBatchesOfTheModel()
    {
        var model = new RowModel();
        await using var host = await StartAsync(model, static options => (options.ClaimLimit, options.Embedding.MaxBatchItems, options.Embedding.MaxBatchDelay) = (16, 48, TimeSpan.FromSeconds(30)));
        await host.PutAsync(Enumerable.Range(1, 96).Select(static number => $"r{number}"));

        await host.RunAsync();

        Assert.Equal(96, host.Status.Completed);
        Assert.Equal([48, 48], model.Batches.Select(static batch => batch.Count));
        var found = await host.Host.Client.Namespace(Namespace).QueryAsync(new() { Vector = new float[] { 2, 1 }, TopK = 9 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(found.Rows!, static row => Assert.Equal(2, row.Id.ToString().Length));
    }

    [Fact]
    public async Task BadText_FailsItsRowAlone()
    {
        await using var host = await StartAsync(new RowModel { Refuses = static text => text == "r3" });
        await host.PutAsync(Enumerable.Range(1, 8).Select(static number => $"r{number}"));

        var status = await host.RunAsync();

        Assert.Equal((1, 7), (status.FailedCount, host.Status.Completed));
    }

    [Fact]
    public async Task TextThatHangsTheModel_IsTriedAloneAndHangsNobodyElse()
    {
        var model = new RowModel { Hangs = static text => text == "r3" };
        await using var host = await StartAsync(model, static options => options.Embedding.BatchTimeout = TimeSpan.FromSeconds(5));
        await host.PutAsync(Enumerable.Range(1, 4).Select(static number => $"r{number}"));

        var status = await host.RunAsync();

        Assert.Equal((1, 3), (status.FailedCount, host.Status.Completed));
        Assert.Contains(model.Batches, static batch => batch is ["r3"]);
    }

    [Fact]
    public async Task ModelThatIsDown_CostsNoRowAnAttempt()
    {
        var model = new RowModel { IsDown = true };
        await using var host = await StartAsync(model, static options => options.Retry.MaxDelay = TimeSpan.FromSeconds(10));
        await host.PutAsync("a", "b", "c", "d");
        await host.Host.StartAsync();
        await host.Host.RunAsync(() => Task.Delay(TimeSpan.FromMinutes(2), host.Host.Clock!, TestContext.Current.CancellationToken));
        Assert.Empty(host.Wire.Of("/items/fail"));

        model.IsDown = false;
        var status = await host.DrainAsync();

        Assert.Equal((0, 4), (status.FailedCount, host.Status.Completed));
    }

    [Fact]
    public async Task Report_OfAnEmbeddingFunction_TellsWhatTheModelWasAskedFor()
    {
        await using var host = await StartAsync(new RowModel());
        await host.PutAsync(Enumerable.Range(1, 8).Select(static number => $"r{number}"));

        await host.RunAsync();

        var report = host.Status.Report(pricePerMillionTokens: 1_000_000);
        Assert.Equal((Function, 8, 8), (report.FunctionId, report.Documents, report.TextsEmbedded));
        Assert.Equal(8m, report.Price);
        Assert.Contains(report.Stages, static stage => stage.Stage == WorkStage.Embed);
    }

    [Fact]
    public async Task RowWithoutText_FailsForGood()
    {
        await using var host = await StartAsync(new RowModel(), text: static _ => null);
        await host.PutAsync("a");

        await host.RunAsync();

        Assert.Equal("The row has no text to embed.", Assert.Single(host.Status.RecentFailures).Reason);
    }

    private static Task<FunctionHost> StartAsync(RowModel model, Action<FunctionWorkerOptions>? configure = null, Func<FunctionItem, string?>? text = null) => FunctionHost.StartAsync(
        workers =>
        {
            workers.Services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(model);
            workers.AddEmbeddingFunction(Function, text ?? (static item => item.Input.GetString("text")), configure);
        },
        static spec => spec with { Retry = new() { MaxAttempts = 2, InitialBackoffSeconds = 1 } });
}
