using System.CommandLine;
using Hevlayer.Workers;

namespace Hevlayer.Tool;

/// <summary>Which documents failed, and why.</summary>
internal static class FailuresCommand
{
    public static Command Create(CommonOptions common)
    {
        var list = new Option<bool>("--list") { Description = "Lists the documents, in place of the reasons with their numbers." };
        var all = new Option<bool>("--all") { Description = "Takes the ledger's word, and does not ask the gateway which documents are failed now; that needs the scope write." };
        var command = new Command("failures", "Which documents of a pipeline failed, and why, from the ledger of its workers. Exit code 0 when there are none.") { list, all };
        var filter = new FilterOptions(command);
        common.Act(command, (session, parsed, cancellationToken) => RunAsync(
            session,
            session.Client.Failures(session.Pipeline, filter.Ledger(parsed), session.Surroundings.Clock),
            filter.Read(parsed) with { StillFailed = !parsed.GetValue(all) },
            parsed.GetValue(list),
            cancellationToken));
        return command;
    }

    private static async Task<ExitCode> RunAsync(Session session, PipelineFailures failures, FailureFilter filter, bool isList, CancellationToken cancellationToken)
    {
        var status = await session.Client.GetPipelineStatusAsync(session.Pipeline, cancellationToken);
        var documents = isList ? await ListAsync(failures, filter, cancellationToken) : null;
        var groups = isList ? null : await failures.GroupAsync(filter, cancellationToken);
        var found = documents?.Count ?? groups!.Sum(static group => group.Count);
        if (session.Screen.IsJson)
        {
            session.Screen.Json(new(session.Pipeline, failures.Ledger, status.FailedCount, status.FailedReasons, groups, documents), OutputJson.Default.FailuresView);
        }
        else
        {
            Show(session.Screen, documents, groups);
            session.Screen.Line($"{Screen.Number(found)} documents in the ledger {failures.Ledger}; the gateway counts {Screen.Number(status.FailedCount)} in failed.");
            foreach (var (reason, count) in status.FailedReasons)
            {
                session.Screen.Line($"The gateway itself says of {Screen.Number(count)}: {reason}");
            }
        }

        return found > 0 || status.FailedCount > 0 ? ExitCode.NotFine : ExitCode.Fine;
    }

    private static void Show(Screen screen, List<DocumentFailure>? documents, IReadOnlyList<FailureGroup>? groups)
    {
        if (documents is { Count: > 0 })
        {
            screen.Table(
                ["document", "kind", "attempts", "worker", "failed last", "reason"],
                documents.Select(static failure => (string[])[failure.DocumentId, failure.Kind, Screen.Number(failure.Attempts), failure.WorkerId, Screen.Time(failure.LastAt), failure.Reason]));
        }
        else if (groups is { Count: > 0 })
        {
            screen.Table(
                ["documents", "kind", "failed last", "reason", "for example"],
                groups.Select(static group => (string[])[Screen.Number(group.Count), group.Kind, Screen.Time(group.LastAt), group.Reason, group.Example.DocumentId]));
        }
    }

    private static async Task<List<DocumentFailure>> ListAsync(PipelineFailures failures, FailureFilter filter, CancellationToken cancellationToken)
    {
        var all = new List<DocumentFailure>();
        await foreach (var failure in failures.ListAsync(filter, cancellationToken))
        {
            all.Add(failure);
        }

        return all;
    }
}
