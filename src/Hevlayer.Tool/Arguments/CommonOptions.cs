using System.CommandLine;

namespace Hevlayer.Tool;

/// <summary>Options of every command, and how a command runs with them.</summary>
internal sealed class CommonOptions(Surroundings surroundings)
{
    public Surroundings Surroundings => surroundings;

    public Option<Uri?> Gateway { get; } = OptionValues.Of("--gateway", "URL", OptionValues.HttpAddress, "Address of the gateway. Without it HEVLAYER_BASE_URL, then LAYER_GATEWAY_URL.");

    public Option<string?> Key { get; } = OptionValues.Of("--key", "KEY", OptionValues.Text, "Its API key. Without it HEVLAYER_API_KEY, then LAYER_GATEWAY_API_KEY; prefer those, other users of a machine can see its command lines.");

    public Option<string?> Pipeline { get; } = OptionValues.Of("--pipeline", "ID", OptionValues.Text, "The pipeline. Without it HEVLAYER_PIPELINE_ID.");

    public Option<bool> Json { get; } = new("--json") { Description = "Answers as JSON, one document on one line.", Recursive = true };

    /// <summary>Has a command work at the gateway.</summary>
    public void Act(Command command, Func<Session, ParseResult, CancellationToken, Task<ExitCode>> work) => command.SetAction(async (parsed, stopped) =>
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopped, surroundings.Stopping);
        await using var session = Connect(parsed);
        return (int)await work(session, parsed, either.Token);
    });

    public bool IsJson(ParseResult parsed) => parsed.GetValue(Json);

    private Session Connect(ParseResult parsed)
    {
        var options = new HevlayerClientOptions
        {
            BaseAddress = parsed.GetValue(Gateway) ?? OfVariables(),
            ApiKey = parsed.GetValue(Key) ?? Variable("HEVLAYER_API_KEY", "LAYER_GATEWAY_API_KEY"),
            TimeProvider = surroundings.Clock,
        };
        var client = surroundings.Connections is { } connections ? new HevlayerClient(options, connections) : new HevlayerClient(options);
        return new(client, surroundings, new Screen(surroundings, IsJson(parsed)), parsed.GetValue(Pipeline) ?? Variable("HEVLAYER_PIPELINE_ID"));
    }

    private Uri OfVariables()
    {
        var address = Variable("HEVLAYER_BASE_URL", "LAYER_GATEWAY_URL")
            ?? throw new Failure(ExitCode.BadUsage, "No gateway is named. Set HEVLAYER_BASE_URL, or give its address with --gateway.");
        try
        {
            return OptionValues.HttpAddress("HEVLAYER_BASE_URL", address);
        }
        catch (FormatException wrong)
        {
            throw new Failure(ExitCode.BadUsage, wrong.Message);
        }
    }

    private string? Variable(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (surroundings.Variable(name) is { } value && !string.IsNullOrWhiteSpace(value))
            {
                return value;
            }
        }

        return null;
    }
}
