using Hevlayer.Conventions.Tests.Snippets;
using Hevlayer.Local;
using Hevlayer.VectorData;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Conventions.Tests;

public sealed class VectorDataRunTests
{
    private static readonly ReadOnlyMemory<float> Vector = new float[] { 1, 0 };

    [Fact]
    public async Task Search_AfterUpsert_PrintsTheNote()
    {
        await using var gateway = LocalGateway.Create(new());
        await using var layer = new HevlayerClient(new() { BaseAddress = gateway.BaseAddress }, gateway.CreateHandler());

        Assert.Equal(["1.000 A red kettle."], await Printed.LinesOfAsync(() => VectorDataSnippets.SearchAsync(layer, Vector)));
        Assert.Equal(["1.000 A red kettle."], await Printed.LinesOfAsync(() => VectorDataSnippets.PackageAsync(layer, Vector)));
    }

    [Fact]
    public async Task Hybrid_OfTwoWords_FindsTheNote()
    {
        await using var gateway = LocalGateway.Create(new());
        await using var layer = new HevlayerClient(new() { BaseAddress = gateway.BaseAddress }, gateway.CreateHandler());
        await VectorDataSnippets.SearchAsync(layer, Vector);

        var best = await VectorDataSnippets.HybridAsync(new HevlayerCollection<string, VectorDataSnippets.Note>(layer, "notes"), Vector);

        Assert.Equal("kettle", Assert.Single(best).Record.Id);
    }

    [Fact]
    public void Registration_OfStoreAndCollection_GivesBoth()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Hevlayer:BaseAddress", "http://localhost:1")]).Build());
        VectorDataSnippets.Register(services);
        using var provider = services.BuildServiceProvider(validateScopes: true);

        Assert.NotNull(provider.GetRequiredService<HevlayerVectorStore>());
        Assert.Equal("notes", provider.GetRequiredService<HevlayerCollection<string, VectorDataSnippets.Note>>().Name);
    }
}
