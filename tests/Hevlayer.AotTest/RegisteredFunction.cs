using System.Text.Json;
using Hevlayer.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hevlayer.AotTest;

/// <summary>Runs one row through a function worker whose input and output are typed.</summary>
internal static class RegisteredFunction
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<string>> RunAsync()
    {
        using var gateway = new FunctionGateway();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddHevlayer(static options => options.BaseAddress = new Uri("http://gateway.test")).ConfigurePrimaryHttpMessageHandler(() => gateway);
        builder.Services.AddHevlayerWorkers().AddFunction<CountWords, Passage, Counted>("f", RowJson.Default.Passage, RowJson.Default.Counted);
        using var host = builder.Build();
        await host.StartAsync();
        try
        {
            using var completion = JsonDocument.Parse(await gateway.Completed.WaitAsync(Longest));
            var item = completion.RootElement.GetProperty("items")[0];
            var words = item.GetProperty("attributes").GetProperty("words").GetInt32();
            return item.GetProperty("id").GetString() == "r" && words == 2 ? [] : [$"The function worker completed the wrong thing: {completion.RootElement}"];
        }
        catch (Exception exception) when (exception is TimeoutException or JsonException or KeyNotFoundException)
        {
            return [$"The function worker did not complete its row after {string.Join(", ", gateway.Calls)}: {exception}"];
        }
        finally
        {
            await host.StopAsync();
        }
    }
}
