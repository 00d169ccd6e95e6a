using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hevlayer.Workers;

public sealed partial class HevlayerWorkersBuilder
{
    /// <summary>
    /// Adds a worker that claims rows of a function (UDF) and gives each to a handler, which comes from a scope of its own.
    /// </summary>
    /// <typeparam name="THandler">The handler; registered as scoped unless it is registered already.</typeparam>
    /// <param name="functionId">
    /// Id of the function, which is also the name of the worker's options and of its section <c>Hevlayer:Function:id</c>;
    /// empty for the function that <c>HEVLAYER_UDF_ID</c> names.
    /// </param>
    /// <param name="configure">Sets options last, such as what the function writes (<see cref="FunctionWorkerOptions.Outputs"/>); null for none.</param>
    /// <exception cref="InvalidOperationException">There is a worker of the function already.</exception>
    public HevlayerWorkersBuilder AddFunction<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(string functionId = "", Action<FunctionWorkerOptions>? configure = null)
        where THandler : class, IFunctionHandler
    {
        ArgumentNullException.ThrowIfNull(functionId);
        Services.TryAddScoped<THandler>();
        Services.AddFunctionWorker(
            new(functionId, IsEmbedding: false),
            configure,
            static (provider, _, _) => new ScopedFunction<THandler>(provider.GetRequiredService<IServiceScopeFactory>()));
        return this;
    }

    /// <summary>Adds a worker that claims rows of a function (UDF) and gives each to a delegate.</summary>
    /// <param name="functionId">
    /// Id of the function, which is also the name of the worker's options and of its section <c>Hevlayer:Function:id</c>;
    /// empty for the function that <c>HEVLAYER_UDF_ID</c> names.
    /// </param>
    /// <param name="handler">Works on a row, as <see cref="IFunctionHandler.HandleAsync"/> does.</param>
    /// <param name="configure">Sets options last, such as what the function writes (<see cref="FunctionWorkerOptions.Outputs"/>); null for none.</param>
    /// <exception cref="InvalidOperationException">There is a worker of the function already.</exception>
    public HevlayerWorkersBuilder AddFunction(string functionId, Func<FunctionItem, CancellationToken, Task<FunctionResult>> handler, Action<FunctionWorkerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(functionId);
        ArgumentNullException.ThrowIfNull(handler);
        Services.AddFunctionWorker(new(functionId, IsEmbedding: false), configure, (_, _, _) => new DelegateFunction(handler));
        return this;
    }
}
