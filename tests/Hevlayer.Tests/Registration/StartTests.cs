using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hevlayer.Tests.Registration;

public sealed class StartTests
{
    [Fact]
    public async Task Start_WithWrongOptionsOfEachClient_NamesEachProblemWithItsSection()
    {
        await using var services = Containers.Build(
            static services =>
            {
                services.AddHevlayer();
                services.AddHevlayer("search");
                services.AddHevlayer("ingest");
            },
            ("Hevlayer:Retry:MaxAttempts", "0"),
            ("Hevlayer:search:AttemptTimeout", "00:05:00"),
            ("Hevlayer:search:Polling:StatusInterval", "00:00:00"));

        var error = Assert.Throws<AggregateException>(services.GetRequiredService<IStartupValidator>().Validate);
        var problems = error.InnerExceptions.Cast<OptionsValidationException>().SelectMany(static problem => problem.Failures).ToList();

        Assert.Collection(
            problems.Order(StringComparer.Ordinal),
            static problem => Assert.StartsWith("Hevlayer: Retry.MaxAttempts is 0;", problem, StringComparison.Ordinal),
            static problem => Assert.StartsWith("Hevlayer:search: AttemptTimeout is 00:05:00, longer than TotalTimeout 00:02:00", problem, StringComparison.Ordinal),
            static problem => Assert.StartsWith("Hevlayer:search: Polling.StatusInterval is 00:00:00", problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_WithGoodOptions_Passes()
    {
        await using var services = Containers.Build(static services =>
        {
            services.AddHevlayer();
            services.AddHevlayer("search");
        });

        Assert.Null(Record.Exception(services.GetRequiredService<IStartupValidator>().Validate));
    }

    [Fact]
    public async Task Container_Disposed_EndsClientsOnce()
    {
        using var gateway = new FarEnd();
        var services = Containers.Build(services => services.AddHevlayer("search").ConfigurePrimaryHttpMessageHandler(() => gateway));
        var layer = services.GetRequiredKeyedService<IHevlayerClient>("search");
        await layer.Api.ListPipelinesAsync();

        await services.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => layer.Api.ListPipelinesAsync());
    }
}
