using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hevlayer.Workers;

public sealed partial class HevlayerWorkersBuilder
{
    /// <summary>
    /// Adds a worker for a function (UDF) of types: the inputs of a row are read into <typeparamref name="TInput"/>, and what
    /// the handler returns is written to the row. The handler comes from a scope of its own for each row.
    /// </summary>
    /// <typeparam name="THandler">The handler; registered as scoped unless it is registered already.</typeparam>
    /// <typeparam name="TInput">What the inputs are read into, by their names. A row that does not fit fails permanently.</typeparam>
    /// <typeparam name="TOutput">
    /// What is written: each member of an object as the attribute of its name, which is declared by that; or one value, for
    /// which <see cref="FunctionWorkerOptions.Outputs"/> names the attribute.
    /// </typeparam>
    /// <param name="functionId">Id of the function and name of the worker's options; empty for the function that <c>HEVLAYER_UDF_ID</c> names.</param>
    /// <param name="input">How inputs are read, from a source-generated context.</param>
    /// <param name="output">How outputs are written, from a source-generated context.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    /// <exception cref="InvalidOperationException">There is a worker of the function already.</exception>
    public HevlayerWorkersBuilder AddFunction<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler, TInput, TOutput>(
        string functionId,
        JsonTypeInfo<TInput> input,
        JsonTypeInfo<TOutput> output,
        Action<FunctionWorkerOptions>? configure = null)
        where THandler : class, IFunctionHandler<TInput, TOutput>
    {
        Services.TryAddScoped<THandler>();
        return AddTyped(functionId, input, output, configure, static provider =>
        {
            var scopes = provider.GetRequiredService<IServiceScopeFactory>();
            return (row, item, token) => ScopedTypedFunction.HandleAsync<THandler, TInput, TOutput>(scopes, row, item, token);
        });
    }

    /// <summary>Adds a worker for a function (UDF) of types that is a delegate.</summary>
    /// <typeparam name="TInput">What the inputs are read into, by their names. A row that does not fit fails permanently.</typeparam>
    /// <typeparam name="TOutput">
    /// What is written: each member of an object as the attribute of its name, which is declared by that; or one value, for
    /// which <see cref="FunctionWorkerOptions.Outputs"/> names the attribute.
    /// </typeparam>
    /// <param name="functionId">Id of the function and name of the worker's options; empty for the function that <c>HEVLAYER_UDF_ID</c> names.</param>
    /// <param name="handler">Works on the inputs of a row, as <see cref="IFunctionHandler{TInput, TOutput}.HandleAsync"/> does.</param>
    /// <param name="input">How inputs are read, from a source-generated context.</param>
    /// <param name="output">How outputs are written, from a source-generated context.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    /// <exception cref="InvalidOperationException">There is a worker of the function already.</exception>
    public HevlayerWorkersBuilder AddFunction<TInput, TOutput>(
        string functionId,
        Func<TInput, CancellationToken, Task<TOutput>> handler,
        JsonTypeInfo<TInput> input,
        JsonTypeInfo<TOutput> output,
        Action<FunctionWorkerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return AddTyped(functionId, input, output, configure, _ => (row, _, token) => handler(row, token));
    }

    /// <summary>
    /// Adds a worker for a function (UDF) that embeds one text of each row with the container's
    /// <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> of text and <see cref="Embedding{T}"/> of float, and writes the
    /// vector of the row. Batches are filled over many rows (<see cref="FunctionWorkerOptions.Embedding"/>).
    /// </summary>
    /// <param name="functionId">Id of the function and name of the worker's options; empty for the function that <c>HEVLAYER_UDF_ID</c> names.</param>
    /// <param name="text">The text of a row, from its inputs; a row for which it is null or empty fails permanently.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    /// <exception cref="InvalidOperationException">There is a worker of the function already.</exception>
    public HevlayerWorkersBuilder AddEmbeddingFunction(string functionId, Func<FunctionItem, string?> text, Action<FunctionWorkerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(functionId);
        ArgumentNullException.ThrowIfNull(text);
        Services.AddFunctionWorker(
            new(functionId, IsEmbedding: true),
            configure,
            (provider, options, status) => FunctionWorkerRegistration.CreateEmbeddingFunction(provider, functionId, options, status, text));
        return this;
    }

    private HevlayerWorkersBuilder AddTyped<TInput, TOutput>(
        string functionId,
        JsonTypeInfo<TInput> input,
        JsonTypeInfo<TOutput> output,
        Action<FunctionWorkerOptions>? configure,
        Func<IServiceProvider, Func<TInput, FunctionItem, CancellationToken, Task<TOutput>>> work)
    {
        ArgumentNullException.ThrowIfNull(functionId);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        var types = new FunctionTypes<TInput, TOutput>(input, output);
        Services.AddFunctionWorker(
            new(functionId, IsEmbedding: false),
            options =>
            {
                configure?.Invoke(options);
                types.ApplyTo(options);
            },
            (provider, options, _) => new TypedFunction<TInput, TOutput>(work(provider), types, [.. options.Outputs]));
        return this;
    }
}
