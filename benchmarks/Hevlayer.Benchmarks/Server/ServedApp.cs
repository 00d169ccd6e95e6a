using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Benchmarks;

/// <summary>A server on a free port, which says its address and lives until its standard input ends.</summary>
internal static class ServedApp
{
    public static async Task<int> RunAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = null;
            server.Listen(System.Net.IPAddress.Loopback, 0);
        });
        await using var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        await ServeAsync(addresses.Addresses.First());
        await app.StopAsync();
        return 0;
    }

    /// <summary>Says the address, and waits for the end.</summary>
    public static async Task ServeAsync(string address)
    {
        Console.WriteLine(address);
        await Console.In.ReadToEndAsync();
    }
}
