using System.CommandLine;
using Hevlayer.Workers;

namespace Hevlayer.Tool;

/// <summary>Compares documents with their rows, and puts back those that differ.</summary>
internal static class ReconcileCommand
{
    public static Command Create(CommonOptions common)
    {
        var documents = new Argument<string[]>("DOCUMENT") { Description = "Ids of the documents.", Arity = ArgumentArity.OneOrMore };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only compares; nothing is put back." };
        var command = new Command("reconcile", "Finds documents whose rows are not what their chunks say, and puts them back for a worker to mend. Exit code 1 when some differ and are not put back, or nothing is known of them.") { documents };
        var embedder = new EmbedderOptions(command);
        command.Options.Add(dryRun);
        common.Act(command, async (session, parsed, cancellationToken) =>
        {
            var options = new ReconcileOptions { DryRun = parsed.GetValue(dryRun) };
            embedder.Apply(parsed, options.Embedding);
            var report = await session.Client.ReconcileAsync(session.Pipeline, parsed.GetValue(documents)!, options, cancellationToken);
            Show(session.Screen, report);
            return report.PutBack == report.Different.Count && report.Unknown == 0 ? ExitCode.Fine : ExitCode.NotFine;
        });
        return command;
    }

    private static void Show(Screen screen, ReconcileReport report)
    {
        if (screen.IsJson)
        {
            screen.Json(report, OutputJson.Default.ReconcileReport);
            return;
        }

        screen.Line($"{Screen.Number(report.Documents)} documents compared, {Screen.Number(report.Unknown)} unknown: {Screen.Number(report.Missing)} rows missing, {Screen.Number(report.LeftOver)} left over, {Screen.Number(report.Changed)} with other attributes.");
        screen.Line($"{Screen.Number(report.Different.Count)} documents differ, {Screen.Number(report.PutBack)} were put back.");
        foreach (var id in report.Different)
        {
            screen.Line($"  {id}");
        }
    }
}
