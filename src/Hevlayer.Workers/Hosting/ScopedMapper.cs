using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Workers;

/// <summary>Takes a mapper from a scope of its own for each message.</summary>
internal sealed class ScopedMapper<TMessage, TMapper>(IServiceScopeFactory scopes) : IDocumentMapper<TMessage>
    where TMapper : IDocumentMapper<TMessage>
{
    public async Task<SourceDocument?> MapAsync(SourceMessage<TMessage> message, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TMapper>().MapAsync(message, cancellationToken);
    }
}
