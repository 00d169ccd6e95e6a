namespace Hevlayer.Workers;

/// <summary>
/// Gives the messages of a worker that ends back to their source, so that nobody waits for the end of their leases. One
/// whose end was decided before comes to that end.
/// </summary>
internal sealed class MessageHandBack(SourceParts parts)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    // A call that hangs must leave time for another.
    private readonly TimeSpan _callLimit = parts.Options.Shutdown.ReleaseTime / 2;

    /// <summary>Gives messages back, all at one time, and repeats that while the source has trouble and there is time.</summary>
    /// <param name="messages">Messages nobody works on.</param>
    /// <param name="cancellationToken">Cancelled when the time is over.</param>
    public async Task ReleaseAsync(IReadOnlyList<HeldMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
        {
            return;
        }

        var settled = await messages.Select(message => ReleaseAsync(message, cancellationToken)).AllAsync();
        parts.Log.MessagesHandedBack(settled.Count(static isSettled => isSettled));
        if (settled.Count(static isSettled => !isSettled) is > 0 and var left)
        {
            parts.Log.MessagesNotHandedBack(left);
        }
    }

    private async Task<bool> ReleaseAsync(HeldMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var settlement = new MessageSettlement(parts, message)
            {
                FirstPause = FirstPause,
                LongestPause = LongestPause,
                CallLimit = _callLimit > TimeSpan.Zero && _callLimit < message.CallLimit ? _callLimit : message.CallLimit,
            };
            return !cancellationToken.IsCancellationRequested && await settlement.SettleAsync(cancellationToken);
        }
        finally
        {
            parts.Held.Remove(message);
        }
    }
}
