namespace Hevlayer.Workers.Tests;

/// <summary>A handler with a dependency of its scope.</summary>
internal sealed class UnitFunction(UnitOfWork unit) : IFunctionHandler
{
    public Task<FunctionResult> HandleAsync(FunctionItem item, CancellationToken cancellationToken)
    {
        unit.Documents.Add(item.Id);
        return Task.FromResult(FunctionHost.Caption(item));
    }
}
