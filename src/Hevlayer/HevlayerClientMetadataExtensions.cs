namespace Hevlayer;

/// <summary>Response metadata of any call, also of the helpers that take no <see cref="CallOptions"/>.</summary>
public static class HevlayerClientMetadataExtensions
{
    /// <summary>
    /// Makes a call and returns its result together with what its reply said beside the body: cache status, warnings,
    /// watermark, cursor, trace id, attempts, time. Captures may be nested and may run at the same time; each sees the
    /// calls made within it.
    /// </summary>
    /// <typeparam name="T">What the call returns.</typeparam>
    /// <param name="client">The client; it is handed to the call.</param>
    /// <param name="call">The call, such as <c>(client, token) =&gt; client.GetPipelineStatusAsync("products", token)</c>.</param>
    /// <param name="cancellationToken">Stops the call; it is handed to it.</param>
    /// <exception cref="HevlayerException">The call failed; <see cref="HevlayerException.Metadata"/> has the metadata.</exception>
    public static async Task<Response<T>> WithMetadataAsync<T>(
        this IHevlayerClient client,
        Func<IHevlayerClient, CancellationToken, Task<T>> call,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(call);
        var capture = MetadataCapture.Begin();
        try
        {
            var value = await call(client, cancellationToken).ConfigureAwait(false);
            return new(value, capture.Last);
        }
        catch (HevlayerException failure) when (IsOfNoRequest(failure))
        {
            failure.Metadata = capture.Last;
            throw;
        }
    }

    /// <summary>Makes a call that returns nothing and returns what its reply said beside the body.</summary>
    /// <param name="client">The client; it is handed to the call.</param>
    /// <param name="call">The call, such as <c>(client, token) =&gt; client.Api.DeletePipelineAsync("products", cancellationToken: token)</c>.</param>
    /// <param name="cancellationToken">Stops the call; it is handed to it.</param>
    /// <returns>Metadata of the last reply; null when no request was made.</returns>
    /// <exception cref="HevlayerException">The call failed; <see cref="HevlayerException.Metadata"/> has the metadata.</exception>
    public static async Task<ResponseMetadata?> WithMetadataAsync(
        this IHevlayerClient client,
        Func<IHevlayerClient, CancellationToken, Task> call,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        var response = await client.WithMetadataAsync(
            async (inner, token) =>
            {
                await call(inner, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        return response.Metadata;
    }

    // What a helper concludes from successful replies, such as a pipeline with other settings.
    private static bool IsOfNoRequest(HevlayerException failure) => failure is { Attempts: 0, Metadata: null };
}
