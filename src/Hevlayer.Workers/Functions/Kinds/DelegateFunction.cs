namespace Hevlayer.Workers;

/// <summary>A function that is a delegate.</summary>
internal sealed class DelegateFunction(Func<FunctionItem, CancellationToken, Task<FunctionResult>> work) : IFunctionHandler
{
    public Task<FunctionResult> HandleAsync(FunctionItem item, CancellationToken cancellationToken) => work(item, cancellationToken);
}
