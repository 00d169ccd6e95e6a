using System.CommandLine;
using System.Text.Json;
using Hevlayer.Local.Tool;

namespace Hevlayer.Tool;

/// <summary>Serves a local gateway.</summary>
internal static class LocalCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("local", GatewayCommand.Description);

        // The keys that it accepts are no key that it sends.
        return GatewayCommand.Configure(command, async (options, load, parsed, stopped) =>
        {
            var surroundings = common.Surroundings;
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopped, surroundings.Stopping);
            var server = new GatewayServer("hevlayer local", surroundings.Out, surroundings.Error);
            return await (common.IsJson(parsed) ? server with { Greeting = Json } : server).RunAsync(options, load, either.Token);
        });
    }

    private static string Json(Uri address) => JsonSerializer.Serialize(new(address), OutputJson.Default.AddressView);
}
