namespace Hevlayer.Workers;

/// <summary>What the kind of a function says about the options of its worker.</summary>
/// <param name="Name">Name of the worker.</param>
/// <param name="IsEmbedding">Whether it embeds texts: many rows at the same time fill a batch.</param>
internal sealed record FunctionShape(string Name, bool IsEmbedding)
{
    private const int EmbeddedRows = 128;

    public void ApplyTo(FunctionWorkerOptions options)
    {
        if (IsEmbedding)
        {
            options.IsEmbedding = true;
            options.WritesVectors = true;
            options.MaxConcurrentRows = EmbeddedRows;
            options.MaxHeldRows = 2 * EmbeddedRows;
        }
    }
}
