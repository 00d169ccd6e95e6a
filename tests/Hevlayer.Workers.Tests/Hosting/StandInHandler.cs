namespace Hevlayer.Workers.Tests;

/// <summary>Answers for the gateway where a test says so; null never answers.</summary>
internal sealed class StandInHandler(HttpMessageHandler inner, Func<HttpRequestMessage, HttpResponseMessage?> answer) : DelegatingHandler(inner)
{
    /// <summary>What an answer is where the gateway itself shall answer.</summary>
    public static HttpResponseMessage Gateway { get; } = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var reply = answer(request);
        if (ReferenceEquals(reply, Gateway))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        if (reply is null)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        return reply!;
    }
}
