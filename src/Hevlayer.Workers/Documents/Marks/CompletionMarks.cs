using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>
/// Marks documents in the index once they are completed, many in one write. A row that was written too late, by a worker that
/// had lost the document, is never marked: its completion was refused. What is not marked is staged once more, no harm.
/// </summary>
internal sealed class CompletionMarks(IPipelineGateway gateway, ILogger log, CancellationToken abort)
{
    private const int MostMarks = 500;

    private readonly CallLine<MarkCall> _line = new(
        batch => gateway.MarkCompletedAsync([.. batch.Select(static call => call.Mark)], abort),
        MostMarks);

    /// <summary>Writes a mark and never fails.</summary>
    public async Task WriteAsync(RowMark mark)
    {
        try
        {
            await _line.SendAsync(new(mark), abort);
        }
        catch (Exception exception)
        {
            log.NotMarked(mark.RowId, exception);
        }
    }
}
