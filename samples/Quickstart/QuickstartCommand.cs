namespace Hevlayer.Quickstart;

/// <summary>Reads <c>--name value</c> and <c>--name=value</c>; a later option wins over an earlier one.</summary>
internal static class OptionParser
{
    private static readonly string[] KeyVariables = ["HEVLAYER_API_KEY", "LAYER_GATEWAY_API_KEY"];

    /// <summary>Turns the arguments into options.</summary>
    /// <param name="arguments">The command line without the program's name.</param>
    /// <param name="environment">Looks up an environment variable.</param>
    /// <exception cref="Failure">An option is unknown, has no value or has a value that is not allowed.</exception>
    public static QuickstartOptions Parse(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        var options = new QuickstartOptions();
        string? targetNamespace = null;
        for (var index = 0; index < arguments.Count; index++)
        {
            var (name, inline) = Split(arguments[index]);
            if (name is "--help" or "-h" or "-?")
            {
                return options with { Help = true };
            }

            string Value() => inline ?? (index + 1 < arguments.Count && !arguments[index + 1].StartsWith("--", StringComparison.Ordinal)
                ? arguments[++index]
                : throw OptionRules.Refused($"Option {name} needs a value."));

            options = name switch
            {
                "--input" => options with { Input = OptionRules.Text(name, Value()) },
                "--query" => options with { Query = OptionRules.Text(name, Value()) },
                "--gateway" => options with { Gateway = OptionRules.HttpAddress(name, Value()) },
                "--key" => options with { Key = OptionRules.Text(name, Value()) },
                "--pipeline" => options with { Pipeline = OptionRules.Identifier(name, Value()) },
                "--namespace" => options with { Namespace = targetNamespace = OptionRules.Identifier(name, Value()) },
                "--top" => options with { Top = OptionRules.Number(name, Value(), 1, 1000) },
                "--concurrency" => options with { Concurrency = OptionRules.Number(name, Value(), 1, 64) },
                "--lease" => options with { Lease = OptionRules.Seconds(name, Value(), 5, 3600) },
                "--snapshot-wait" => options with { SnapshotWait = OptionRules.Seconds(name, Value(), 1, 3600) },
                _ => throw OptionRules.Refused($"Unknown argument '{arguments[index]}'."),
            };
        }

        return Complete(options, targetNamespace, environment);
    }

    private static QuickstartOptions Complete(QuickstartOptions options, string? targetNamespace, Func<string, string?> environment)
    {
        if (options.Gateway is null && options.Key is not null)
        {
            throw OptionRules.Refused("Option --key belongs to a gateway: give its address with --gateway URL.");
        }

        return options with
        {
            Namespace = targetNamespace ?? options.Pipeline,
            Key = options.Gateway is null ? null : options.Key ?? KeyFrom(environment),
        };
    }

    private static string? KeyFrom(Func<string, string?> environment) =>
        KeyVariables
            .Select(environment)
            .FirstOrDefault(key => !string.IsNullOrWhiteSpace(key));

    private static (string Name, string? Value) Split(string argument)
    {
        var equals = argument.StartsWith("--", StringComparison.Ordinal) ? argument.IndexOf('=', StringComparison.Ordinal) : -1;
        return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }
}
