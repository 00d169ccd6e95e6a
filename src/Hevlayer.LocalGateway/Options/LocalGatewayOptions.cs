using System.Net;

namespace Hevlayer.Local;

/// <summary>Settings of a <see cref="LocalGateway"/>. Set them before the gateway is made.</summary>
public sealed class LocalGatewayOptions
{
    /// <summary>The clock of every rule: leases, caches, watermarks, snapshots.</summary>
    /// <value>The default value is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The keys that the gateway accepts.</summary>
    /// <value>Empty by default: open mode, where no key is asked for.</value>
    public IList<LocalGatewayKey> Keys { get; } = [];

    /// <summary>The search agents by their names.</summary>
    /// <value>Empty by default: every agent is unknown.</value>
    public IDictionary<string, LocalGatewayAgent> Agents { get; } = new Dictionary<string, LocalGatewayAgent>(StringComparer.Ordinal);

    /// <summary>The warehouses that the gateway lists; nothing connects to them.</summary>
    /// <value>Empty by default.</value>
    public IList<Warehouse> Warehouses { get; } = [];

    /// <summary>TCP port of the HTTP server.</summary>
    /// <value>The default value is 0: any free port.</value>
    public int Port { get; set; }

    /// <summary>Address of the HTTP server.</summary>
    /// <value>The default value is <see cref="IPAddress.Loopback"/>: reachable from this machine alone.</value>
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>Names, without ports, that the HTTP server answers to beside localhost and IP addresses; a call to another name answers 421.</summary>
    /// <value>Empty by default.</value>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>
    /// Whether the pages and what is under <c>/_local</c> are served to other machines, too. They ask for no key, and show and
    /// change everything but keys.
    /// </summary>
    /// <value>The default value is false.</value>
    public bool RemotePages { get; set; }

    /// <summary>
    /// Folder in which the state is kept, in a SQLite file: whatever was answered survives the end of the process. It is
    /// created when it is missing, and only one gateway can use it at a time.
    /// </summary>
    /// <value>The default value is null: the state is in memory and is gone with the gateway.</value>
    public string? DataDirectory { get; set; }

    /// <summary>How many of the newest requests the page of requests shows.</summary>
    /// <value>The default value is 0: requests are not noted.</value>
    public int RequestLogEntries { get; set; }

    /// <summary>How many of the newest events of each pipeline the timelines of documents are made from.</summary>
    /// <value>The default value is 0: events are not noted.</value>
    public int TimelineEntries { get; set; }

    /// <summary>How long a pipeline status is served from the cache.</summary>
    /// <value>The default value is 15 seconds, as in a gateway; zero switches the cache off.</value>
    public TimeSpan StatusCacheTime { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long after its last write the index of a namespace has caught up, so that the namespace is stable.</summary>
    /// <value>The default value is 1 second.</value>
    public TimeSpan StabilityLag { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Shortest time between two snapshots of a namespace.</summary>
    /// <value>The default value is 1 second. A gateway takes it from the snapshot policy of the namespace, 5 minutes by default.</value>
    public TimeSpan SnapshotInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>After how many failed reads a document whose chunk bodies are lost moves to failed.</summary>
    /// <value>The default value is 8, as in a gateway.</value>
    public int ChunkDeadLetterAttempts { get; set; } = 8;

    /// <summary>Most distinct values of a facet field in a snapshot; a field with more is skipped.</summary>
    /// <value>The default value is 10,000, as in a gateway.</value>
    public int SnapshotValueCap { get; set; } = 10_000;

    /// <summary>Most searches, and most fetches after them, that are kept for each namespace; the oldest are forgotten.</summary>
    /// <value>The default value is 1,000; zero keeps none.</value>
    public int HistoryEntries { get; set; } = 1_000;

    /// <summary>Largest request body in bytes; a larger one answers 413.</summary>
    /// <value>The default value is 512 MiB, as in a gateway.</value>
    public long MaxBodyBytes { get; set; } = 512L * 1024 * 1024;

    internal LocalGatewayOptions WithClock(TimeProvider clock)
    {
        var copy = (LocalGatewayOptions)MemberwiseClone();
        copy.TimeProvider = clock;
        return copy;
    }
}
