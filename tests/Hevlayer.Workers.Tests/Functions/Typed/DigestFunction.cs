namespace Hevlayer.Workers.Tests;

/// <summary>A typed function of the container.</summary>
internal sealed class DigestFunction(UnitOfWork unit) : IFunctionHandler<Article, Digest>
{
    public Task<Digest> HandleAsync(Article input, FunctionItem item, CancellationToken cancellationToken)
    {
        unit.Documents.Add(item.Id);
        return Task.FromResult(new Digest($"On {input.Text}", 3, 0.25, ["a", "b"]));
    }
}
