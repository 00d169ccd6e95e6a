using System.Globalization;
using System.Net;

namespace Hevlayer.Local;

/// <summary>Reads the arguments of the program.</summary>
internal static class ProgramArguments
{
    public const string Name = "hevlayer-local";

    private const string Usage = $"""
        usage: {Name} [options]
          --port N                       TCP port, 0 for any free one (default 0)
          --address A                    IP address to listen on (default 127.0.0.1)
          --key TOKEN[:SCOPES]           a key with read,write,admin (default admin); repeat for more; none = open mode
          --status-cache-seconds S       how long a pipeline status is cached (default 15)
          --snapshot-interval-seconds S  shortest time between two snapshots (default 1)
          --stability-lag-seconds S      time from a write to a stable index (default 1)
          --chunk-attempts N             failed chunk reads before a document fails (default 8)
          --help                         this text
        """;

    public static ParsedArguments Parse(IReadOnlyList<string> args)
    {
        var options = new LocalGatewayOptions();
        try
        {
            for (var i = 0; i < args.Count; i += 2)
            {
                if (args[i] is "--help" or "-h")
                {
                    return new ParsedArguments(null, Usage, IsError: false);
                }

                Apply(options, args[i], i + 1 < args.Count ? args[i + 1] : null);
            }

            OptionRules.Check(options);
            return new ParsedArguments(options, string.Empty, IsError: false);
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            return new ParsedArguments(null, $"{Name}: {error.Message}\n{Usage}", IsError: true);
        }
    }

    private static void Apply(LocalGatewayOptions options, string name, string? value)
    {
        switch (name)
        {
            case "--port":
                options.Port = Integer(name, value);
                break;
            case "--address":
                options.Address = IPAddress.TryParse(Given(name, value), out var address)
                    ? address
                    : throw new FormatException($"{name} must be an IP address, not '{value}'.");
                break;
            case "--key":
                options.Keys.Add(KeyArgument.Parse(Given(name, value)));
                break;
            case "--status-cache-seconds":
                options.StatusCacheTime = Seconds(name, value);
                break;
            case "--snapshot-interval-seconds":
                options.SnapshotInterval = Seconds(name, value);
                break;
            case "--stability-lag-seconds":
                options.StabilityLag = Seconds(name, value);
                break;
            case "--chunk-attempts":
                options.ChunkDeadLetterAttempts = Integer(name, value);
                break;
            default:
                throw new FormatException($"unknown argument '{name}'.");
        }
    }

    private static string Given(string name, string? value) =>
        value is { Length: > 0 } ? value : throw new FormatException($"{name} needs a value.");

    private static int Integer(string name, string? value) =>
        int.TryParse(Given(name, value), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"{name} must be a whole number, not '{value}'.");

    private static TimeSpan Seconds(string name, string? value) =>
        double.TryParse(Given(name, value), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= TimeSpan.FromDays(365).TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new FormatException($"{name} must be a number of seconds, 0 or more, not '{value}'.");
}
