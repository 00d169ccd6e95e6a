using Hevlayer.Workers;

namespace Hevlayer.Samples.Functions;

/// <summary>Summarises a text by its first sentence; a model of yours would do better.</summary>
internal sealed class Summarise : IFunctionHandler<Article, Summary>
{
    public Task<Summary> HandleAsync(Article input, FunctionItem item, CancellationToken cancellationToken)
    {
        var end = input.Text.IndexOf(". ", StringComparison.Ordinal);
        var words = input.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return words > 0
            ? Task.FromResult(new Summary(end < 0 ? input.Text : input.Text[..(end + 1)], words))
            : throw new DocumentRejectedException("The row has no words.");
    }
}
