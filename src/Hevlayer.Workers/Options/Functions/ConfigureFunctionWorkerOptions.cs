using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hevlayer.Workers;

/// <summary>Options from the operator's variables, then from the function's section.</summary>
internal sealed class ConfigureFunctionWorkerOptions(IServiceProvider services) : IConfigureNamedOptions<FunctionWorkerOptions>
{
    /// <summary>The configuration section of a worker.</summary>
    public static string Section(string? name) => string.IsNullOrEmpty(name) ? "Hevlayer:Function" : $"Hevlayer:Function:{name}";

    public void Configure(FunctionWorkerOptions options) => Configure(Microsoft.Extensions.Options.Options.DefaultName, options);

    public void Configure(string? name, FunctionWorkerOptions options)
    {
        var configuration = services.GetService<IConfiguration>();
        options.FunctionId = string.IsNullOrEmpty(name) ? WorkerVariables.FunctionIdOf(configuration) ?? string.Empty : name;
        options.WorkerId = WorkerVariables.WorkerIdOf(configuration, name);
        if (WorkerVariables.Read(configuration, WorkerVariables.FunctionBatchSize) is { } size)
        {
            options.ClaimLimit = int.TryParse(size, NumberStyles.Integer, CultureInfo.InvariantCulture, out var limit) ? limit : 0;
        }

        foreach (var shape in services.GetServices<FunctionShape>().Where(shape => string.Equals(shape.Name, name, StringComparison.Ordinal)))
        {
            shape.ApplyTo(options);
        }

        configuration?.GetSection(Section(name)).Bind(options);
    }
}
