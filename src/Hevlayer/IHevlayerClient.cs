namespace Hevlayer;

/// <summary>What a <see cref="HevlayerClient"/> can do, as an interface for tests that replace it.</summary>
public partial interface IHevlayerClient
{
    /// <summary>Every operation of the gateway, exactly as on the wire; calls share the client's retries and
    /// errors.</summary>
    IHevlayerApi Api { get; }

    /// <summary>A handle on one namespace; nothing is sent.</summary>
    /// <param name="name">Name of the namespace.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    NamespaceClient Namespace(string name);

    /// <summary>A handle on one function (UDF); nothing is sent.</summary>
    /// <param name="id">Id of the function.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    FunctionClient Function(string id);

    /// <summary>
    /// The same client with options for each call of its verbs, waits and handles: deadlines, headers, what the replies said.
    /// Operations on <see cref="Api"/> take their own. Nothing is sent, and what it returns need not be disposed.
    /// </summary>
    /// <param name="options">The options; they replace those that were given before.</param>
    IHevlayerClient WithOptions(CallOptions options);
}
