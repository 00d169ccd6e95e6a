using System.CommandLine;

namespace Hevlayer.Quickstart;

/// <summary>Everything around a run: its command line, the signals that stop it, and one message for each way it can fail.</summary>
internal static class Program
{
    // What the worker holds is finished or released within this time after a signal.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(30);

    public static Task<int> Main(string[] args) => RunAsync(args, Surroundings.OfThisProcess());

    internal static async Task<int> RunAsync(string[] args, Surroundings surroundings)
    {
        var stopping = surroundings.Stopping;
        var command = new QuickstartCommand(surroundings.Variable, async (options, stopped) =>
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopped, surroundings.Stopping);
            stopping = either.Token;
            await IndexAndAskAsync(options, surroundings, either.Token);
        });
        try
        {
            return await command.Parse(args).InvokeAsync(new()
            {
                Output = surroundings.Out,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = StopTime,
            });
        }
        catch (Exception exception)
        {
            var failure = FailureText.Describe(exception, stopping.IsCancellationRequested);
            await surroundings.Error.WriteLineAsync(failure.Message);
            return (int)failure.ExitCode;
        }
    }

    private static async Task IndexAndAskAsync(QuickstartOptions options, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var folder = TextFolder.Open(options.Input);
        await using var run = await IndexRun.StartAsync(options, surroundings, cancellationToken);
        await run.IndexAsync(folder, cancellationToken);
        await run.AnswerAsync(cancellationToken);
        run.ThrowIfIncomplete();
    }
}
