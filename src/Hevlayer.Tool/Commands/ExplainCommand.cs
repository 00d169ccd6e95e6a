using System.CommandLine;
using Hevlayer.Workers;

namespace Hevlayer.Tool;

/// <summary>Why a document is where it is.</summary>
internal static class ExplainCommand
{
    public static Command Create(CommonOptions common)
    {
        var document = new Argument<string>("DOCUMENT") { Description = "Id of the document." };
        var ledger = OptionValues.Of("--ledger", "NAME", OptionValues.Text, "The ledger's namespace, where the workers have another than PIPELINE-ledger.");
        var command = new Command("explain", "Says in one sentence why a document is where it is. Exit code 0 when it is indexed.") { document, ledger };
        common.Act(command, async (session, parsed, cancellationToken) =>
        {
            var failures = session.Client.Failures(session.Pipeline, parsed.GetValue(ledger), session.Surroundings.Clock);
            var facts = await new FactFinder(session.Client, failures).FindAsync(parsed.GetValue(document)!, cancellationToken);
            Show(session.Screen, Explanation.Of(facts));
            return facts.Stage == DocumentStage.Indexed ? ExitCode.Fine : facts.IsKnown ? ExitCode.NotFine : ExitCode.BadUsage;
        });
        return command;
    }

    private static void Show(Screen screen, ExplanationView view)
    {
        if (screen.IsJson)
        {
            screen.Json(view, OutputJson.Default.ExplanationView);
            return;
        }

        screen.Line(view.Sentence);
        foreach (var entry in view.Timeline)
        {
            screen.Line($"  {Screen.Time(entry.At)}  {entry.What}");
        }

        foreach (var unknown in view.NotKnown)
        {
            screen.Line($"  The gateway does not tell {unknown}.");
        }
    }
}
