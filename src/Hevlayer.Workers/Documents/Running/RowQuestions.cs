namespace Hevlayer.Workers;

/// <summary>Asks which rows a held document has.</summary>
internal sealed class RowQuestions(DocumentParts parts, HeldDocument held)
{
    private const int MostQuestions = 5;

    /// <summary>Looks at the rows that the document has, with those of some ids among them; trouble of the gateway is waited out.</summary>
    public Task<RowView> ViewAsync(IReadOnlyList<string> rowIds, CancellationToken cancellationToken) => ViewAsync(rowIds, MostQuestions, cancellationToken);

    /// <summary>The same, asked once.</summary>
    public Task<RowView> ViewOnceAsync(IReadOnlyList<string> rowIds, CancellationToken cancellationToken) => ViewAsync(rowIds, most: 1, cancellationToken);

    private async Task<RowView> ViewAsync(IReadOnlyList<string> rowIds, int most, CancellationToken cancellationToken)
    {
        var started = parts.Clock.GetTimestamp();

        // Which of the two is asked first does not matter: where they saw different writes, the versions differ.
        var views = await new[]
        {
            AskAsync(isAlone => parts.Questions.FindAsync(held, rowIds, isAlone, cancellationToken), most, cancellationToken),
            AskAsync(isAlone => parts.Questions.ListAsync(held, isAlone, cancellationToken), most, cancellationToken),
        }.AllAsync();
        parts.Progress.Times.Add(WorkStage.Compare, parts.Clock.GetElapsedTime(started));
        return new(views[0], views[1]);
    }

    // Were each question's trouble a failed attempt, the more questions there are the sooner a document would fail.
    private async Task<T> AskAsync<T>(Func<bool, Task<T>> question, int most, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await question(failures > 1);
            }
            catch (HevlayerException trouble) when (failures < most && held.Lease.IsSafe && !cancellationToken.IsCancellationRequested && FaultRules.OfGateway(trouble).Kind == FaultKind.Gateway)
            {
                await Task.Delay(parts.Limits.Retry.PauseAfter(failures, parts.Random.NextDouble()), parts.Clock, cancellationToken);
            }
        }
    }
}
