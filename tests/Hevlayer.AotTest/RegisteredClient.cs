using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.AotTest;

/// <summary>Calls through a client that a container makes from a configuration section.</summary>
internal static class RegisteredClient
{
    public static async Task<IReadOnlyList<string>> CallAsync(MinimalGateway gateway)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?>
                {
                    ["Hevlayer:search:BaseAddress"] = gateway.BaseAddress.ToString(),
                    ["Hevlayer:search:TotalTimeout"] = "00:00:45",
                })
                .Build())
            .AddHevlayer("search").Services
            .BuildServiceProvider();
        gateway.Expected = GatewayOperations.ListPipelines;
        try
        {
            var pipelines = await services.GetRequiredKeyedService<IHevlayerClient>("search").Api.ListPipelinesAsync();
            return pipelines.Pipelines.Count == 1 ? [] : ["The registered client read a wrong reply."];
        }
        catch (HevlayerException exception)
        {
            return [$"The registered client failed: {exception}"];
        }
    }
}
