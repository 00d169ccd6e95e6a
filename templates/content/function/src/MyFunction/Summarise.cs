using Hevlayer.Workers;

namespace MyFunction;

/// <summary>Stands where your model belongs: summarises a text by its first sentence.</summary>
internal sealed class Summarise : IFunctionHandler<Article, Summarised>
{
    public Task<Summarised> HandleAsync(Article input, FunctionItem item, CancellationToken cancellationToken)
    {
        var words = input.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return words == 0
            ? throw new DocumentRejectedException("The row has no words.")
            : Task.FromResult(new Summarised(input.Text.Split(". ")[0].TrimEnd('.') + ".", words));
    }
}
