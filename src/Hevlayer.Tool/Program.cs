using System.CommandLine;
using System.CommandLine.Help;

namespace Hevlayer.Tool;

/// <summary>Everything around a command: its command line, the signals that stop it, and one message for each way it can fail.</summary>
internal static class Program
{
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(30);

    public static Task<int> Main(string[] args) => RunAsync(args, Surroundings.OfThisProcess());

    internal static async Task<int> RunAsync(string[] args, Surroundings surroundings)
    {
        // A reason that begins with @ is a reason, not the name of a file with arguments.
        var parsed = HevlayerCommand.Create(surroundings).Parse(args, new() { ResponseFileTokenReplacer = null });
        if (WrongWith(parsed) is { } wrong)
        {
            await surroundings.Error.WriteLineAsync($"hevlayer: {wrong} See --help.");
            return (int)ExitCode.BadUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new()
            {
                Output = surroundings.Out,
                Error = surroundings.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = StopTime,
            });
        }
        catch (Exception exception)
        {
            var failure = FailureText.Describe(exception);
            await surroundings.Error.WriteLineAsync($"hevlayer: {failure.Message}");
            return (int)failure.ExitCode;
        }
    }

    private static string? WrongWith(ParseResult parsed) => parsed switch
    {
        { Action: HelpAction } => null,
        { UnmatchedTokens: [var unknown, ..] } => $"'{unknown}' is no command, option or argument here.",
        { Errors: [var error, ..] } => error.Message,
        _ => null,
    };
}
