using Microsoft.AspNetCore.Http.HttpResults;

namespace Hevlayer.Indexer;

/// <summary>The routes of index runs.</summary>
internal static class IndexRunRoutes
{
    public static void MapIndexRuns(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/index-runs", StartAsync);
        routes.MapGet("/index-runs", static (IndexRuns runs) => runs.All);
        routes.MapGet("/index-runs/{id}", Find);
        routes.MapGet("/index-runs/{id}/events", Watch);
        routes.MapGet("/live", static () => "alive");
    }

    /// <summary>Indexes documents, and answers with the snapshot that holds them; at once where the caller prefers so.</summary>
    private static async Task<IResult> StartAsync(IReadOnlyList<ProductUpdate> documents, HttpRequest request, IndexRuns runs, CancellationToken cancellationToken)
    {
        if (documents.Count == 0 || !documents.All(IsComplete))
        {
            return TypedResults.BadRequest("A run takes documents with an id and a text, at least one.");
        }

        var run = runs.Start(documents);
        if (PrefersToWaitElsewhere(request))
        {
            return TypedResults.Accepted($"/index-runs/{run.View.Id}", run.View);
        }

        var end = await run.Ended.WaitAsync(cancellationToken);
        return TypedResults.Json(end, AppJson.Default.IndexRunView, statusCode: end.State == "done" ? StatusCodes.Status200OK : StatusCodes.Status502BadGateway);
    }

    private static bool IsComplete(ProductUpdate? document) => document is { Text: not null } && !string.IsNullOrWhiteSpace(document.Id);

    // Preferences come in several headers, or in one with commas between them.
    private static bool PrefersToWaitElsewhere(HttpRequest request) => request.Headers["Prefer"]
        .SelectMany(static header => header?.Split(',', StringSplitOptions.TrimEntries) ?? [])
        .Contains("respond-async", StringComparer.OrdinalIgnoreCase);

    private static Results<Ok<IndexRunView>, NotFound> Find(string id, IndexRuns runs) =>
        runs.Find(id) is { } run ? TypedResults.Ok(run.View) : TypedResults.NotFound();

    private static Results<ServerSentEventsResult<IndexRunView>, NotFound> Watch(string id, IndexRuns runs, CancellationToken cancellationToken) =>
        runs.Find(id) is { } run ? TypedResults.ServerSentEvents(run.WatchAsync(cancellationToken), "progress") : TypedResults.NotFound();
}
