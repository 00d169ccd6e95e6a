namespace Hevlayer.Quickstart;

/// <summary>What a run is asked to do; one property for each option of the command line.</summary>
internal sealed record QuickstartOptions
{
    /// <summary>Where the key of a gateway is looked for when the command line has none, in this order.</summary>
    public static IReadOnlyList<string> KeyVariables { get; } = ["HEVLAYER_API_KEY", "LAYER_GATEWAY_API_KEY"];

    /// <summary>Folder to read, or null for the docs of this repository.</summary>
    public string? Input { get; init; }

    /// <summary>Question to answer once everything is indexed.</summary>
    public string Query { get; init; } = "Which calls are repeated after a lost reply or time-out?";

    /// <summary>Address of a gateway, or null to start one inside this process.</summary>
    public Uri? Gateway { get; init; }

    /// <summary>API key of that gateway, or null when it needs none.</summary>
    public string? Key { get; init; }

    /// <summary>Id of the pipeline, which is the queue of documents.</summary>
    public string Pipeline { get; init; } = "quickstart";

    /// <summary>Namespace that receives the vectors; by default named like the pipeline.</summary>
    public string Namespace { get; init; } = "quickstart";

    /// <summary>Number of passages to show.</summary>
    /// <value>5.</value>
    public int Top { get; init; } = 5;

    /// <summary>Files staged at the same time, and documents embedded at the same time.</summary>
    /// <value>4.</value>
    public int Concurrency { get; init; } = 4;

    /// <summary>Largest share of the indexed documents that is deleted when their files are missing.</summary>
    /// <value>0.5: a folder that was given by mistake deletes nothing.</value>
    public double MaxDeleted { get; init; } = 0.5;

    /// <summary>How long a claimed document stays ours without a heartbeat.</summary>
    /// <value>60 seconds: what a killed run holds is free again after that.</value>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long to wait for the namespace's snapshot before asking anyway.</summary>
    /// <value>60 seconds.</value>
    public TimeSpan SnapshotWait { get; init; } = TimeSpan.FromSeconds(60);
}
