using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Workers;

/// <summary>Takes a function's handler from a scope of its own for each row.</summary>
internal sealed class ScopedFunction<THandler>(IServiceScopeFactory scopes) : IFunctionHandler
    where THandler : IFunctionHandler
{
    public async Task<FunctionResult> HandleAsync(FunctionItem item, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<THandler>().HandleAsync(item, cancellationToken);
    }
}
