using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Workers;

/// <summary>Takes a handler from a scope of its own for each document.</summary>
internal sealed class ScopedHandler<THandler>(IServiceScopeFactory scopes) : IDocumentHandler
    where THandler : IDocumentHandler
{
    public async Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<THandler>().HandleAsync(document, cancellationToken);
    }
}
