namespace Hevlayer.Workers;

/// <summary>Embeds one text of each row and writes its vector; batches are filled over many rows.</summary>
internal sealed class EmbeddingFunction(EmbeddingBatcher batcher, Func<FunctionItem, string?> text) : IFunctionHandler, IWorkProbe, IPatientHandler
{
    // Any model can embed this, whatever is wrong with the rows.
    private const string ProbeText = "ready";

    private readonly Lock _lock = new();
    private Task<bool>? _probe;

    // One at a time for all rows that fail together: a model that hangs would hang each for as long as a batch may take.
    public Task<bool> WorksAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_probe is null or { IsCompleted: true })
            {
                _probe = ProbeAsync(cancellationToken);
            }

            return _probe;
        }
    }

    public TimeSpan Waited() => batcher.Waited();

    public async Task<FunctionResult> HandleAsync(FunctionItem item, CancellationToken cancellationToken)
    {
        if (text(item) is not { Length: > 0 } content)
        {
            return FunctionResult.Fail("The row has no text to embed.");
        }

        var vectors = await batcher.EmbedAsync([new(0, content)], isAlone: item.Attempt > 1, cancellationToken);
        return FunctionResult.WriteVector(vectors[0]);
    }

    private async Task<bool> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await batcher.EmbedAsync([new(0, ProbeText)], isAlone: true, cancellationToken);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
