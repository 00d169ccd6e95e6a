namespace Hevlayer.Workers.Simulation;

/// <summary>How the workers of a simulation reach the gateway.</summary>
public enum SimulatedTransport
{
    /// <summary>By a model of client and gateway: fast, for many histories.</summary>
    Model,

    /// <summary>
    /// By the real client, with its retries, pauses, deadlines and JSON, over the local gateway in process. Some ten times
    /// slower.
    /// </summary>
    Client,
}
