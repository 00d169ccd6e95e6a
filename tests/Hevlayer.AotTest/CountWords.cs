using Hevlayer.Workers;

namespace Hevlayer.AotTest;

/// <summary>Counts words.</summary>
internal sealed class CountWords : IFunctionHandler<Passage, Counted>
{
    public Task<Counted> HandleAsync(Passage input, FunctionItem item, CancellationToken cancellationToken) =>
        Task.FromResult(new Counted(input.Text.Split(' ').Length));
}
