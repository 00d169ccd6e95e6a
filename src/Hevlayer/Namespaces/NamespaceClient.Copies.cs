using System.Text.Json;

namespace Hevlayer;

public sealed partial class NamespaceClient
{
    /// <summary>
    /// Makes this namespace a branch of another one, which shares its data until one of them is written to. Calls
    /// <c>POST /v2/namespaces/{namespace}</c>.
    /// </summary>
    /// <param name="sourceNamespace">Namespace to branch from.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope write and is not retried when its outcome is unknown.</exception>
    public Task<TurbopufferWriteResponse> BranchFromAsync(string sourceNamespace, CancellationToken cancellationToken = default)
    {
        var source = new AttributeMap { ["source_namespace"] = Require.Id(sourceNamespace) };
        return _scope.Api.BranchNamespaceAsync(Name, new() { BranchFromNamespace = JsonSerializer.SerializeToElement(source, HevlayerJsonContext.Default.AttributeMap) }, options: _scope.Call, cancellationToken: cancellationToken);
    }

    /// <summary>Copies another namespace into this one. Calls <c>POST /v2/namespaces/{namespace}</c>.</summary>
    /// <param name="source">Name of the namespace to copy, or an object with the vector store's own options.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">The name is empty, or there is neither a name nor options.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope write and is not retried when its outcome is unknown.</exception>
    public Task<TurbopufferWriteResponse> CopyFromAsync(CopySource source, CancellationToken cancellationToken = default)
    {
        if (source.Options is null)
        {
            Require.Id(source.Namespace!, nameof(source));
        }

        return _scope.Api.CopyNamespaceAsync(Name, new() { CopyFromNamespace = source }, options: _scope.Call, cancellationToken: cancellationToken);
    }
}
