using System.CommandLine;
using System.Net;

namespace Hevlayer.Local.Tool;

/// <summary>The command line: every option with its words and its default.</summary>
internal static class GatewayCommand
{
    public const string Name = "hevlayer-local";

    private const int RequestLogEntries = 1_000;
    private const int TimelineEntries = 100_000;

    /// <summary>What the command is for.</summary>
    public const string Description = "Serves the rules of the hev layer gateway, for development and tests.";

    /// <summary>Makes the command.</summary>
    /// <param name="serve">What it does with options that were understood and a saved state to begin with; gives the exit code.</param>
    public static RootCommand Create(Func<LocalGatewayOptions, string?, CancellationToken, Task<int>> serve) =>
        Configure(new RootCommand(Description), (options, load, _, stopped) => serve(options, load, stopped));

    /// <summary>Gives a command the options, and has it serve.</summary>
    /// <param name="command">The command.</param>
    /// <param name="serve">What it does with options that were understood and a saved state to begin with; gives the exit code.</param>
    public static T Configure<T>(T command, Func<LocalGatewayOptions, string?, ParseResult, CancellationToken, Task<int>> serve)
        where T : Command
    {
        var defaults = new LocalGatewayOptions();
        var port = Values.Integer("--port", "TCP port, 0 for any free one", defaults.Port);
        var address = Values.Single("--address", "A", "IP address to listen on", defaults.Address, AddressOf);
        var keys = Values.Repeated("--key", "TOKEN[:SCOPES]", "a key and its scopes: read, write, admin joined with commas, admin unless told; repeat for more keys; without any no key is asked for", KeyArgument.Parse);
        var statusCache = Values.Seconds("--status-cache-seconds", "how long a pipeline status is cached", defaults.StatusCacheTime);
        var snapshotInterval = Values.Seconds("--snapshot-interval-seconds", "shortest time between two snapshots", defaults.SnapshotInterval);
        var stabilityLag = Values.Seconds("--stability-lag-seconds", "time from a write to a stable index", defaults.StabilityLag);
        var chunkAttempts = Values.Integer("--chunk-attempts", "failed chunk reads before a document fails", defaults.ChunkDeadLetterAttempts);

        var hosts = Values.Repeated("--allow-host", "NAME", "a name that the gateway answers to beside localhost and IP addresses; repeat for more", static text => text);
        var remotePages = new Option<bool>("--remote-pages") { Description = "serve the pages to other machines, too; they ask for no key" };
        var data = Values.Single<string?>("--data", "DIR", "folder that keeps the state; in memory unless told", null, static text => text);
        var load = Values.Single<string?>("--load", "FILE", "saved state to begin with", null, static text => text);
        var frozen = new Option<bool>("--frozen") { Description = "begin with a clock that stands still" };

        foreach (var option in new Option[] { port, address, keys, statusCache, snapshotInterval, stabilityLag, chunkAttempts, hosts, remotePages, frozen, data, load })
        {
            command.Options.Add(option);
        }

        command.Subcommands.Add(StateCommands.Save());
        command.Subcommands.Add(StateCommands.Load());
        command.SetAction((parsed, stopped) =>
        {
            var clock = new LocalClock();
            if (parsed.GetValue(frozen))
            {
                clock.Freeze();
            }

            var options = new LocalGatewayOptions
            {
                TimeProvider = clock,
                DataDirectory = parsed.GetValue(data),
                RemotePages = parsed.GetValue(remotePages),
                RequestLogEntries = RequestLogEntries,
                TimelineEntries = TimelineEntries,
                Port = parsed.GetValue(port),
                Address = parsed.GetValue(address)!,
                StatusCacheTime = TimeSpan.FromSeconds(parsed.GetValue(statusCache)),
                SnapshotInterval = TimeSpan.FromSeconds(parsed.GetValue(snapshotInterval)),
                StabilityLag = TimeSpan.FromSeconds(parsed.GetValue(stabilityLag)),
                ChunkDeadLetterAttempts = parsed.GetValue(chunkAttempts),
            };
            foreach (var key in parsed.GetValue(keys) ?? [])
            {
                options.Keys.Add(key);
            }

            foreach (var host in parsed.GetValue(hosts) ?? [])
            {
                options.AllowedHosts.Add(host);
            }

            return serve(options, parsed.GetValue(load), parsed, stopped);
        });
        return command;
    }

    private static IPAddress AddressOf(string text) =>
        IPAddress.TryParse(text, out var address) ? address : throw new FormatException($"--address must be an IP address, not '{text}'.");
}
