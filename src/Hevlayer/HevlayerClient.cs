namespace Hevlayer;

/// <summary>
/// Client of a hev layer gateway. The verbs of an indexing worker are its own methods; what belongs to one namespace is
/// on <see cref="Namespace"/>; every operation of the gateway, as the wire has it, is on <see cref="Api"/>.
/// </summary>
/// <remarks>
/// Thread safe; make one and keep it. Options are copied: later changes to them do not affect the client. All calls share
/// one rule for retries and deadlines and fail with
/// <see cref="HevlayerException"/>.
/// </remarks>
public sealed partial class HevlayerClient : IHevlayerClient, IDisposable, IAsyncDisposable
{
    private readonly ClientScope _scope;
    private readonly HttpClient? _http;
    private readonly HttpMessageHandler? _ownConnections;
    private readonly ClientLife? _life;

    /// <summary>Makes a client with connections of its own, which end with it.</summary>
    /// <param name="options">Address, key, deadlines; <see cref="HevlayerClientOptions.FromEnvironment"/> reads them from variables.</param>
    /// <exception cref="HevlayerOptionsException">An option is not allowed; the message names all that are wrong.</exception>
    public HevlayerClient(HevlayerClientOptions options)
        : this(Checked(options), OwnConnections.Create(), ownsConnections: true)
    {
    }

    /// <summary>Makes a client over a handler of the caller's, which is used but never disposed.</summary>
    /// <param name="options">Address, key, deadlines.</param>
    /// <param name="handler">Where requests go; it must not retry by itself.</param>
    /// <exception cref="HevlayerOptionsException">An option is not allowed; the message names all that are wrong.</exception>
    public HevlayerClient(HevlayerClientOptions options, HttpMessageHandler handler)
        : this(Checked(options), handler, ownsConnections: false)
    {
    }

    /// <summary>Makes a client over an HTTP client of the caller's, which is used but never disposed.</summary>
    /// <remarks>
    /// The HTTP client's own settings hold: its <see cref="HttpClient.BaseAddress"/> when the options set none; its <see cref="HttpClient.Timeout"/> for each attempt, beside the options' deadlines; its version; and its
    /// default headers, except that <see cref="HevlayerClientOptions.ApiKey"/> goes before an <c>Authorization</c> among
    /// them. Each attempt is a new request message. A call that goes straight to turbopuffer
    /// (<see cref="HevlayerClientOptions.Fallback"/>) takes none of the default headers with it: where the HTTP client would
    /// add one, the call goes over connections of the client's own.
    /// </remarks>
    /// <param name="options">Address, key, deadlines.</param>
    /// <param name="httpClient">Where requests go; its handlers must not retry by themselves.</param>
    /// <exception cref="HevlayerOptionsException">
    /// An option is not allowed, or options and HTTP client name different addresses; the message names all that is wrong.
    /// </exception>
    public HevlayerClient(HevlayerClientOptions options, HttpClient httpClient)
        : this(Checked(BorrowedClientRules.Join(options, httpClient)), new BorrowedClientHandler(httpClient), ownsConnections: true)
    {
    }

    private HevlayerClient(HttpClient http, HevlayerClientOptions options)
    {
        _http = http;
        var life = _life = new();
        Api = ApiFactory.Create(http, options, life);
        _scope = new(Api, options.TimeProvider, options.Polling, options.TotalTimeout, text => KeyRedaction.Redact(text, options));
    }

    private HevlayerClient(HevlayerClientOptions options, HttpMessageHandler handler, bool ownsConnections)
        : this(HandlerChain.Build(options, handler), options)
    {
        _ownConnections = ownsConnections ? handler : null;
    }

    // What a client and its other views share is disposed with the client.
    private HevlayerClient(ClientScope scope)
    {
        Api = scope.Api;
        _scope = scope;
    }

    /// <inheritdoc />
    public IHevlayerApi Api { get; }

    /// <inheritdoc />
    public NamespaceClient Namespace(string name) => new(_scope, name);

    /// <inheritdoc />
    public FunctionClient Function(string id) => new(_scope, id);

    /// <inheritdoc />
    public IHevlayerClient WithOptions(CallOptions options) => new HevlayerClient(_scope.With(options));

    /// <summary>
    /// Ends the client, and its calls under way with an <see cref="ObjectDisposedException"/>; a handler that was handed in
    /// stays as it is.
    /// </summary>
    public void Dispose()
    {
        _life?.End();
        _http?.Dispose();
        _ownConnections?.Dispose();
    }

    /// <inheritdoc cref="Dispose" />
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes a client over an HTTP client whose handlers are in place.</summary>
    internal static HevlayerClient Over(HttpClient http, HevlayerClientOptions options) => new(http, options);

    private static HevlayerClientOptions Checked(HevlayerClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var copy = options.Copy();
        OptionsRules.Validate(copy);
        return copy;
    }
}
