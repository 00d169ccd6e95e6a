using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hevlayer.Workers;

/// <summary>Options from the operator's variables, then from the source worker's section.</summary>
internal sealed class ConfigureSourceWorkerOptions(IServiceProvider services) : IConfigureNamedOptions<SourceWorkerOptions>
{
    /// <summary>The configuration section of a worker.</summary>
    public static string Section(string? name) => string.IsNullOrEmpty(name) ? "Hevlayer:Source" : $"Hevlayer:Source:{name}";

    public void Configure(SourceWorkerOptions options) => Configure(Microsoft.Extensions.Options.Options.DefaultName, options);

    public void Configure(string? name, SourceWorkerOptions options)
    {
        var configuration = services.GetService<IConfiguration>();
        options.PipelineId = WorkerVariables.Read(configuration, WorkerVariables.PipelineId) ?? options.PipelineId;
        configuration?.GetSection(Section(name)).Bind(options);
    }
}
