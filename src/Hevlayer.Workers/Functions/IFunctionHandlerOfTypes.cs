namespace Hevlayer.Workers;

/// <summary>Computes a function for one claimed row, from typed inputs to a typed output.</summary>
/// <typeparam name="TInput">What the inputs of a row are read into, by their names.</typeparam>
/// <typeparam name="TOutput">What is written: the members of an object, each as the attribute of its name, or one value.</typeparam>
public interface IFunctionHandler<in TInput, TOutput>
{
    /// <summary>
    /// Works on a row; exceptions and repeated calls are treated as for <see cref="IFunctionHandler.HandleAsync"/>. A row
    /// whose inputs do not fit <typeparamref name="TInput"/> fails permanently before it comes here.
    /// </summary>
    /// <param name="input">The inputs of the row.</param>
    /// <param name="item">The row, and why the work may have to end.</param>
    /// <param name="cancellationToken">Cancelled when the result is no longer wanted. Pass it on.</param>
    /// <returns>The output; null completes the row and writes nothing.</returns>
    Task<TOutput> HandleAsync(TInput input, FunctionItem item, CancellationToken cancellationToken);
}
