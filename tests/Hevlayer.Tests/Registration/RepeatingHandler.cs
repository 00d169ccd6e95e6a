namespace Hevlayer.Tests.Registration;

/// <summary>A retry handler that knows nothing of the client: it sends the same message three times.</summary>
internal sealed class RepeatingHandler : DelegatingHandler
{
    private const int Attempts = 3;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HevlayerException) when (attempt < Attempts)
            {
                // Once more.
            }
        }
    }
}
