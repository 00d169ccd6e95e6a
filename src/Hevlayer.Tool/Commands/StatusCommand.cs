using System.CommandLine;

namespace Hevlayer.Tool;

/// <summary>Where the documents of pipelines are.</summary>
internal static class StatusCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("status", "Where the documents of a pipeline are, or of all pipelines. Exit code 0 when all of them are indexed.");
        common.Act(command, static (session, _, cancellationToken) => RunAsync(session, cancellationToken));
        return command;
    }

    private static async Task<ExitCode> RunAsync(Session session, CancellationToken cancellationToken)
    {
        var all = (await session.Client.Api.ListPipelinesAsync(cancellationToken: cancellationToken)).Pipelines;
        var views = new List<PipelineView>();
        foreach (var pipeline in all.Where(pipeline => session.NamedPipeline is null || pipeline.Id == session.NamedPipeline).OrderBy(static pipeline => pipeline.Id, StringComparer.Ordinal))
        {
            views.Add(PipelineView.Of(await session.Client.GetPipelineStatusAsync(pipeline.Id, cancellationToken), pipeline.TargetNamespace));
        }

        if (views.Count == 0 && session.NamedPipeline is { } missing)
        {
            throw new Failure(ExitCode.BadUsage, $"There is no pipeline '{missing}'.");
        }

        if (session.Screen.IsJson)
        {
            session.Screen.Json<IReadOnlyList<PipelineView>>(views, OutputJson.Default.IReadOnlyListPipelineView);
        }
        else
        {
            session.Screen.Table(PipelineView.Headings, views.Select(static view => view.Cells));
        }

        return views.TrueForAll(static view => view.ExitCode == ExitCode.Fine) ? ExitCode.Fine : ExitCode.NotFine;
    }
}
