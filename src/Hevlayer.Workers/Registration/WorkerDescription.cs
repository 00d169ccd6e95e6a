using Hevlayer.Workers;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>One worker that is registered.</summary>
/// <typeparam name="TOptions">Its options.</typeparam>
/// <param name="Name">Name of the worker and of its options; empty for the unnamed one.</param>
/// <param name="StatusKey">Key that its status is found under.</param>
/// <param name="Status">Makes its status.</param>
/// <param name="Service">Makes the service that runs it.</param>
internal sealed record WorkerDescription<TOptions>(
    string Name,
    string StatusKey,
    Func<IServiceProvider, TOptions, WorkerStatus> Status,
    Func<IServiceProvider, TOptions, WorkerStatus, IHostedService> Service);
