namespace Hevlayer.Quickstart;

/// <summary>Everything around a run: its arguments, the signals that stop it, and one message for each way it can fail.</summary>
internal static class Shell
{
    /// <summary>Runs and returns the code to exit with.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="surroundings">What the process gives.</param>
    /// <param name="run">The run.</param>
    public static async Task<int> RunAsync(string[] arguments, Surroundings surroundings, Func<Session, CancellationToken, Task> run)
    {
        using var signals = new StopSignals(surroundings.Stopping);
        try
        {
            var options = OptionParser.Parse(arguments, surroundings.Variable);
            if (options.Help)
            {
                await surroundings.Out.WriteLineAsync(HelpText.Text);
                return (int)ExitCode.Done;
            }

            await run(Session.Start(options, surroundings), signals.Token);
            return (int)ExitCode.Done;
        }
        catch (Exception exception)
        {
            var failure = FailureText.Describe(exception, signals.Token.IsCancellationRequested);
            await surroundings.Error.WriteLineAsync(failure.Message);
            return (int)failure.ExitCode;
        }
    }
}
