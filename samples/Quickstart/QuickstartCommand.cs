using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace Hevlayer.Quickstart;

/// <summary>The options of the command line, and its help.</summary>
internal sealed class QuickstartCommand
{
    private const string Help = """
        Indexes a folder of text through a hev layer gateway and answers a question about it.

        A second run embeds only what has changed since the first, and deletes what comes from files that are missing.
        A run that was stopped can be started again: it goes on.

        Exit codes: 0 done; 1 the run failed; 2 bad arguments or input (also when a file could not be read: the others
        are indexed); 3 the gateway cannot be reached or refused; 130 cancelled.
        """;

    private static readonly QuickstartOptions Defaults = new();

    private readonly Option<string?> _input = OptionValues.Of<string?>("--input", "DIR", null, OptionValues.Text, "Folder of .txt and .md files, read with its subfolders; hidden and linked folders are left out. Without it: this repository's README, CHANGELOG and docs.");
    private readonly Option<string> _query = OptionValues.Of("--query", "TEXT", Defaults.Query, OptionValues.Text, "Question to answer when everything is indexed.");
    private readonly Option<int> _top = OptionValues.Number("--top", "N", Defaults.Top, 1, 1000, "Passages to show.");
    private readonly Option<Uri?> _gateway = OptionValues.Of<Uri?>("--gateway", "URL", null, OptionValues.HttpAddress, "Gateway to use. Without it one is started inside this process.");
    private readonly Option<string?> _key = OptionValues.Of<string?>("--key", "KEY", null, OptionValues.Text, "Its API key. Without it HEVLAYER_API_KEY, then LAYER_GATEWAY_API_KEY; prefer those, other users of a machine can see its command lines.");
    private readonly Option<string> _pipeline = OptionValues.Of("--pipeline", "ID", Defaults.Pipeline, OptionValues.Identifier, "Pipeline, made when it is not there yet.");
    private readonly Option<string?> _namespace = OptionValues.Of<string?>("--namespace", "NAME", null, OptionValues.Identifier, "Namespace for the vectors. Without it: named like the pipeline.");
    private readonly Option<int> _concurrency = OptionValues.Number("--concurrency", "N", Defaults.Concurrency, 1, 64, "Files staged and documents embedded at the same time.");
    private readonly Option<int> _maxDeleted = OptionValues.Number("--max-deleted", "PERCENT", (int)(Defaults.MaxDeleted * 100), 0, 100, "Most of the indexed documents that may be deleted because their files are missing; where there are more, all of them stay.");
    private readonly Option<int> _lease = OptionValues.Number("--lease", "SECONDS", (int)Defaults.Lease.TotalSeconds, 5, 3600, "Lease of a claimed document.");
    private readonly Option<int> _snapshotWait = OptionValues.Number("--snapshot-wait", "SECONDS", (int)Defaults.SnapshotWait.TotalSeconds, 1, 3600, "Longest wait for the namespace's snapshot.");
    private readonly RootCommand _command;

    /// <summary>Makes the command.</summary>
    /// <param name="variable">Looks up an environment variable.</param>
    /// <param name="run">What it does with options that were understood.</param>
    public QuickstartCommand(Func<string, string?> variable, Func<QuickstartOptions, CancellationToken, Task> run)
    {
        _command = new(Help) { _input, _query, _top, _gateway, _key, _pipeline, _namespace, _concurrency, _maxDeleted, _lease, _snapshotWait };
        _command.TreatUnmatchedTokensAsErrors = false;
        _command.SetAction((parsed, stopped) => run(OptionsOf(parsed, variable), stopped));
    }

    /// <summary>Understands a command line.</summary>
    /// <param name="arguments">The command line without the program's name.</param>
    /// <exception cref="Failure">An option is unknown, has no value or has a value that is not allowed.</exception>
    public ParseResult Parse(IReadOnlyList<string> arguments)
    {
        // A question that begins with @ is a question, not the name of a file with arguments.
        var parsed = _command.Parse([.. arguments.SelectMany(WithEmptyValue)], new() { ResponseFileTokenReplacer = null });
        return parsed switch
        {
            { Action: HelpAction } => parsed,
            _ when WithoutValue(arguments) is { } option => throw OptionValues.Refused($"Option {option} needs a value."),
            { UnmatchedTokens: [var unknown, ..] } => throw OptionValues.Refused($"Unknown argument '{unknown}'."),
            { Errors: [{ SymbolResult: OptionResult { Tokens: [], Option.Name: var name } }, ..] } => throw OptionValues.Refused($"Option {name} needs a value."),
            { Errors: [var error, ..] } => throw OptionValues.Refused(error.Message),
            _ => parsed,
        };
    }

    // Nothing behind the equals sign is an empty value, which each option refuses in its own words.
    private static string[] WithEmptyValue(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.EndsWith('=') ? [argument[..^1], string.Empty] : [argument];

    // The next option is no value.
    private string? WithoutValue(IReadOnlyList<string> arguments) => arguments
        .Zip(arguments.Skip(1))
        .FirstOrDefault(pair => IsOption(pair.First) && IsOption(pair.Second)).First;

    private bool IsOption(string argument) => _command.Options.Any(option => option is not HelpOption and not VersionOption && option.Name == argument);

    private QuickstartOptions OptionsOf(ParseResult parsed, Func<string, string?> variable)
    {
        var (gateway, key, pipeline) = (parsed.GetValue(_gateway), parsed.GetValue(_key), parsed.GetValue(_pipeline)!);
        if (gateway is null && key is not null)
        {
            throw OptionValues.Refused("Option --key belongs to a gateway: give its address with --gateway URL.");
        }

        return new()
        {
            Input = parsed.GetValue(_input),
            Query = parsed.GetValue(_query)!,
            Gateway = gateway,
            Key = gateway is null ? null : key ?? QuickstartOptions.KeyVariables.Select(variable).FirstOrDefault(found => !string.IsNullOrWhiteSpace(found)),
            Pipeline = pipeline,
            Namespace = parsed.GetValue(_namespace) ?? pipeline,
            Top = parsed.GetValue(_top),
            Concurrency = parsed.GetValue(_concurrency),
            MaxDeleted = parsed.GetValue(_maxDeleted) / 100.0,
            Lease = TimeSpan.FromSeconds(parsed.GetValue(_lease)),
            SnapshotWait = TimeSpan.FromSeconds(parsed.GetValue(_snapshotWait)),
        };
    }
}
