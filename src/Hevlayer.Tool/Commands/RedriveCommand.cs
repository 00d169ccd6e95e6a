using System.CommandLine;
using Hevlayer.Workers;

namespace Hevlayer.Tool;

/// <summary>Puts failed documents back.</summary>
internal static class RedriveCommand
{
    public static Command Create(CommonOptions common)
    {
        var rate = OptionValues.Of("--rate", "N", OptionValues.Rate, "Most documents a second. Without it 100.");
        var most = OptionValues.Of("--max", "N", OptionValues.Count, "Most documents in all. Without it 10000.");
        var stage = OptionValues.Of("--stage", "NAME", OptionValues.Text, "The stage to put them back to. Without it each goes to the one it was claimed from.");
        var dryRun = new Option<bool>("--dry-run") { Description = "Only counts; nothing is moved." };
        var command = new Command("redrive", "Puts failed documents back, so that workers retry them. Can be interrupted at any time and started again to continue. Exit code 1 when there are more.") { rate, most, stage, dryRun };
        var filter = new FilterOptions(command);
        common.Act(command, (session, parsed, cancellationToken) =>
        {
            var defaults = new RedriveOptions();
            return RunAsync(
                session,
                session.Client.Failures(session.Pipeline, filter.Ledger(parsed), session.Surroundings.Clock),
                filter.Read(parsed),
                defaults with
                {
                    Rate = parsed.GetValue(rate) ?? defaults.Rate,
                    MaxDocuments = parsed.GetValue(most) ?? defaults.MaxDocuments,
                    Stage = parsed.GetValue(stage) is { } name ? (DocumentStage?)name : null,
                    DryRun = parsed.GetValue(dryRun),
                    Progress = session.Screen.IsJson ? null : new ProgressLines(session.Screen),
                },
                cancellationToken);
        });
        return command;
    }

    private static async Task<ExitCode> RunAsync(Session session, PipelineFailures failures, FailureFilter filter, RedriveOptions options, CancellationToken cancellationToken)
    {
        // A pipeline that does not exist has no ledger either, and would look like one without failures.
        await session.Client.GetPipelineStatusAsync(session.Pipeline, cancellationToken);
        var report = await failures.RedriveAsync(filter, options, cancellationToken);
        if (session.Screen.IsJson)
        {
            session.Screen.Json(report, OutputJson.Default.RedriveReport);
        }
        else
        {
            session.Screen.Line($"{Screen.Number(report.Redriven)} documents {(report.IsDryRun ? "would be" : "were")} put back; {Screen.Number(report.NotFailed)} of the ledger are not failed any more.");
            if (report.HasMore)
            {
                session.Screen.Line($"There are more: continue with --until {report.Until.UtcDateTime:O}.");
            }
        }

        return report.HasMore ? ExitCode.NotFine : ExitCode.Fine;
    }
}
