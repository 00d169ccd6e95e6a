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
        if (documents.Count == 0 || documents.Any(static document => string.IsNullOrWhiteSpace(document.Id)))
        {
            return TypedResults.BadRequest("A run takes documents with an id and a text, at least one.");
        }

        var run = runs.Start(documents);
        if (request.Headers["Prefer"].Contains("respond-async"))
        {
            return TypedResults.Accepted($"/index-runs/{run.View.Id}", run.View);
        }

        var end = await run.Ended.WaitAsync(cancellationToken);
        return TypedResults.Json(end, AppJson.Default.IndexRunView, statusCode: end.State == "done" ? StatusCodes.Status200OK : StatusCodes.Status502BadGateway);
    }

    private static Results<Ok<IndexRunView>, NotFound> Find(string id, IndexRuns runs) =>
        runs.Find(id) is { } run ? TypedResults.Ok(run.View) : TypedResults.NotFound();

    private static Results<ServerSentEventsResult<IndexRunView>, NotFound> Watch(string id, IndexRuns runs, CancellationToken cancellationToken) =>
        runs.Find(id) is { } run ? TypedResults.ServerSentEvents(run.WatchAsync(cancellationToken), "progress") : TypedResults.NotFound();
}
