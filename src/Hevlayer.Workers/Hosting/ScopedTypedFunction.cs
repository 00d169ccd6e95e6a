using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Workers;

/// <summary>Takes a typed function's handler from a scope of its own for each row.</summary>
internal static class ScopedTypedFunction
{
    public static async Task<TOutput> HandleAsync<THandler, TInput, TOutput>(IServiceScopeFactory scopes, TInput input, FunctionItem item, CancellationToken cancellationToken)
        where THandler : IFunctionHandler<TInput, TOutput>
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<THandler>().HandleAsync(input, item, cancellationToken);
    }
}
