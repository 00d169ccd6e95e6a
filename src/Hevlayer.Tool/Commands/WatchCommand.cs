using System.CommandLine;
using Spectre.Console;

namespace Hevlayer.Tool;

/// <summary>Watches a pipeline until every document has ended.</summary>
internal static class WatchCommand
{
    // The gateway answers from a cache that may be so old.
    private static readonly TimeSpan StatusAge = TimeSpan.FromSeconds(15);

    public static Command Create(CommonOptions common)
    {
        var once = new Option<bool>("--once") { Description = "Looks once, for scripts." };
        var interval = OptionValues.Of("--interval", "SECONDS", OptionValues.Count, "Time between two polls; 5 by default. The gateway updates its counts every 15 seconds.");
        var command = new Command("watch", "Watches a pipeline until every document is indexed or failed. Exit code 0 when none failed.") { once, interval };
        common.Act(command, (session, parsed, cancellationToken) => RunAsync(
            session,
            parsed.GetValue(once),
            TimeSpan.FromSeconds(parsed.GetValue(interval) ?? 5),
            cancellationToken));
        return command;
    }

    private static async Task<ExitCode> RunAsync(Session session, bool once, TimeSpan interval, CancellationToken cancellationToken)
    {
        if (!session.Surroundings.IsTerminal || session.Screen.IsJson || once)
        {
            return await UntilEndAsync(session, once, interval, view => Show(session, view), cancellationToken);
        }

        var exitCode = ExitCode.Fine;
        await session.Screen.LiveAsync(async (update) => exitCode = await UntilEndAsync(
            session,
            once,
            interval,
            view => update(Screen.TableOf(PipelineView.Headings, [view.Cells])),
            cancellationToken));
        return exitCode;
    }

    private static async Task<ExitCode> UntilEndAsync(Session session, bool once, TimeSpan interval, Action<PipelineView> show, CancellationToken cancellationToken)
    {
        var clock = session.Surroundings.Clock;
        var began = clock.GetTimestamp();
        while (true)
        {
            var isFresh = clock.GetElapsedTime(began) >= StatusAge;
            var view = PipelineView.Of(await session.Client.GetPipelineStatusAsync(session.Pipeline, cancellationToken));
            show(view);
            if (once || (isFresh && view.IsDrained))
            {
                return view.ExitCode;
            }

            await Task.Delay(interval, clock, cancellationToken);
        }
    }

    private static void Show(Session session, PipelineView view)
    {
        if (session.Screen.IsJson)
        {
            session.Screen.Json(view, OutputJson.Default.PipelineView);
        }
        else
        {
            session.Screen.Line(string.Join(", ", PipelineView.Headings.Zip(view.Cells).Where(static cell => cell.Second.Length > 0).Select(static cell => $"{cell.First} {cell.Second}")));
        }
    }
}
