using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hevlayer.Workers;

/// <summary>Options from the operator's variables, then from the worker's section.</summary>
internal sealed class ConfigureDocumentWorkerOptions(IServiceProvider services) : IConfigureNamedOptions<DocumentWorkerOptions>
{
    /// <summary>The configuration section of a worker.</summary>
    public static string Section(string? name) => string.IsNullOrEmpty(name) ? "Hevlayer:Worker" : $"Hevlayer:Worker:{name}";

    public void Configure(DocumentWorkerOptions options) => Configure(Microsoft.Extensions.Options.Options.DefaultName, options);

    public void Configure(string? name, DocumentWorkerOptions options)
    {
        var configuration = services.GetService<IConfiguration>();
        options.PipelineId = WorkerVariables.Read(configuration, WorkerVariables.PipelineId) ?? options.PipelineId;
        options.WorkerId = WorkerVariables.WorkerIdOf(configuration, name);
        options.StateDirectory = WorkerVariables.Read(configuration, WorkerVariables.StateDirectory);
        configuration?.GetSection(Section(name)).Bind(options);
    }
}
