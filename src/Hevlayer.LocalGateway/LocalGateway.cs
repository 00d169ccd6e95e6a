namespace Hevlayer.Local;

/// <summary>
/// A gateway of your own for development and tests: the rules of the hev layer gateway as state in memory or in a folder, on the
/// clock you give it. It is reached in process through <see cref="CreateHandler"/> and, when started with
/// <see cref="StartAsync"/>, over HTTP; both give the same answers from the same state. It has every operation
/// of the contract; a form of one that it does not have, such as a filter operator, answers 501 with its name.
/// </summary>
public sealed class LocalGateway : IDisposable, IAsyncDisposable
{
    private static readonly Uri InProcessAddress = new("http://hevlayer.local/");

    private readonly GatewayFront _front;
    private readonly LocalGatewayOptions _options;
    private GatewayServer? _server;

    private LocalGateway(LocalGatewayOptions options)
    {
        OptionRules.Check(options);
        _options = options;
        _front = new GatewayFront(options);
        Clock = options.TimeProvider;
    }

    /// <summary>
    /// Where the HTTP server listens; without one an address that only clients over <see cref="CreateHandler"/> can use.
    /// </summary>
    public Uri BaseAddress => _server?.Address ?? InProcessAddress;

    /// <summary>The clock of every rule.</summary>
    public TimeProvider Clock { get; }

    /// <summary>
    /// When the next event is due by the clock: the end of a lease, of a wait for a retry or of a delay by a
    /// fault, or a sweep. Null when nothing waits for the clock.
    /// </summary>
    public DateTimeOffset? NextDue => _front.Due.Next?.At;

    /// <summary>Faults on demand: what strikes the calls over HTTP and in process alike.</summary>
    public InjectedFaults Faults => _front.Faults;

    /// <summary>Ids of the operations that this gateway simulates, in ordinal order.</summary>
    public IReadOnlyList<string> Simulated => [.. _front.Simulated.Order(StringComparer.Ordinal)];

    /// <summary>Makes a gateway without a server.</summary>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="IOException">The data directory is in use, or what is in it is no state of this gateway.</exception>
    public static LocalGateway Create(LocalGatewayOptions? options = null) => new(options ?? new LocalGatewayOptions());

    /// <summary>Makes a gateway and starts its HTTP server.</summary>
    /// <param name="options">Settings; null for the defaults: loopback, any free port.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="IOException">The port is taken, the data directory is in use, or what is in it is no state of this gateway.</exception>
    public static async Task<LocalGateway> StartAsync(LocalGatewayOptions? options = null, CancellationToken cancellationToken = default)
    {
        var gateway = Create(options);
        try
        {
            gateway._server = await GatewayServer.StartAsync(gateway._front, gateway._options, cancellationToken).ConfigureAwait(false);
            return gateway;
        }
        catch
        {
            await gateway.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// A handler that answers in process, without sockets and without waiting, on the thread of the caller. Handlers
    /// share the state of the gateway and may be disposed at any time.
    /// </summary>
    public HttpMessageHandler CreateHandler() => new InProcessHandler(_front, _options.MaxBodyBytes);

    /// <summary>
    /// Loses the staged chunk bodies of a document, as a gateway does when its stores lose them: reading them answers 502,
    /// and
    /// after <see cref="LocalGatewayOptions.ChunkDeadLetterAttempts"/> reads the document moves to failed. Staging the
    /// document again brings them back.
    /// </summary>
    /// <param name="pipelineId">Id of the pipeline.</param>
    /// <param name="documentId">Id of the document.</param>
    /// <exception cref="ArgumentException">There is no such pipeline or document.</exception>
    public void LoseChunks(string pipelineId, string documentId)
    {
        ArgumentNullException.ThrowIfNull(pipelineId);
        ArgumentNullException.ThrowIfNull(documentId);
        try
        {
            _front.LoseChunks(pipelineId, documentId);
        }
        catch (GatewayFault fault)
        {
            throw new ArgumentException(fault.Message, fault);
        }
    }

    /// <summary>Saves the state to a file, from which <see cref="LoadAsync"/> makes it again.</summary>
    /// <param name="file">Path of the file; an existing one is replaced.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="InvalidOperationException">The state is in memory alone: <see cref="LocalGatewayOptions.DataDirectory"/> is not set.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task SaveAsync(string file, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        byte[] bytes;
        try
        {
            bytes = _front.Save();
        }
        catch (GatewayFault fault)
        {
            throw new InvalidOperationException(fault.Message, fault);
        }

        await File.WriteAllBytesAsync(file, bytes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Replaces the state by a saved one, also in the data directory, if there is one. Clocks never go back: a
    /// <see cref="LocalClock"/> is set to the time of the file's last call at least.
    /// </summary>
    /// <param name="file">Path of a file that <see cref="SaveAsync"/> wrote.</param>
    /// <param name="cancellationToken">Stops the call before it begins.</param>
    /// <exception cref="IOException">It is no saved state, or one that cannot be made again with these settings.</exception>
    public Task LoadAsync(string file, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return Task.Run(() => _front.Load(file), cancellationToken);
    }

    /// <summary>Removes all faults, stops the HTTP server, if there is one, and waits for it.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Removes all faults and stops the HTTP server, if there is one.</summary>
    public async ValueTask DisposeAsync()
    {
        Faults.Clear();
        if (Interlocked.Exchange(ref _server, null) is { } server)
        {
            await server.DisposeAsync().ConfigureAwait(false);
        }

        await _front.DisposeAsync().ConfigureAwait(false);
    }
}
