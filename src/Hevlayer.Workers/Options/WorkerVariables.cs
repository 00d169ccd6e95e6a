using Microsoft.Extensions.Configuration;

namespace Hevlayer.Workers;

/// <summary>The variables that the operator sets for a worker.</summary>
public static class WorkerVariables
{
    /// <summary>The pipeline.</summary>
    public const string PipelineId = "HEVLAYER_PIPELINE_ID";

    /// <summary>The function; <c>HEVLAYER_FUNCTION_ID</c> is read where it is not set.</summary>
    public const string FunctionId = "HEVLAYER_UDF_ID";

    /// <summary>Most rows of a function that one call claims.</summary>
    public const string FunctionBatchSize = "HEVLAYER_UDF_BATCH_SIZE";

    /// <summary>The source of the documents, as the JSON text of the pipeline resource's <c>sourceRef</c>.</summary>
    public const string SourceRef = "HEVLAYER_SOURCE_REF";

    /// <summary>The holder of the leases.</summary>
    public const string WorkerId = "HEVLAYER_WORKER_ID";

    /// <summary>A folder that outlives the process, for the attempt journals of its workers.</summary>
    public const string StateDirectory = "HEVLAYER_STATE_DIR";

    private const string OtherFunctionId = "HEVLAYER_FUNCTION_ID";
    private const string HostName = "HOSTNAME";

    /// <summary>The variable's value from the configuration, which holds the environment in every default host; null when it is empty.</summary>
    internal static string? Read(IConfiguration? configuration, string name)
    {
        var value = configuration?[name] ?? Environment.GetEnvironmentVariable(name);
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    /// <summary>The function that the operator names; null when it names none.</summary>
    internal static string? FunctionIdOf(IConfiguration? configuration) => Read(configuration, FunctionId) ?? Read(configuration, OtherFunctionId);

    /// <summary>
    /// The id of a worker of this process. A host name is that of a pod and as unique; the name of a machine is shared by
    /// all processes on it.
    /// </summary>
    internal static string WorkerIdOf(IConfiguration? configuration, string? workerName)
    {
        var id = Read(configuration, WorkerId)
            ?? Read(configuration, HostName)
            ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}");
        return string.IsNullOrEmpty(workerName) ? id : $"{id}-{workerName}";
    }
}
