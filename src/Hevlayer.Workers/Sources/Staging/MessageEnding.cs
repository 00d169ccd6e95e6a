namespace Hevlayer.Workers;

/// <summary>Does with a message what was decided, by one call to its source.</summary>
internal sealed class MessageEnding(SourceParts parts, HeldMessage held)
{
    /// <summary>Makes the call; false when the message is no longer ours.</summary>
    public async Task<bool> RunAsync(Decision decision, CancellationToken cancellationToken)
    {
        try
        {
            return await held.Lease.SettleAsync(async () =>
            {
                await new SourceCall(parts, held).RunAsync(token => CallAsync(decision, token), cancellationToken);
                Note(decision);
                return true;
            });
        }
        catch (MessageLostException)
        {
            return false;
        }
    }

    private Task CallAsync(Decision decision, CancellationToken cancellationToken) => decision switch
    {
        { Kind: DecisionKind.Fail, Fault: { } fault } => held.Message.RejectAsync(Rejection.DeadLetter(fault.Reason), cancellationToken),
        { Kind: DecisionKind.Return, Fault: { } fault } => held.Message.RejectAsync(Rejection.ComeBack(fault.Reason, decision.Delay), cancellationToken),
        _ => held.Message.AcknowledgeAsync(cancellationToken),
    };

    private void Note(Decision decision)
    {
        if (decision.Fault is not { } fault)
        {
            return;
        }

        var isFailed = decision.Kind == DecisionKind.Fail;
        parts.Telemetry.Rejected(isFailed, fault.Kind);
        if (isFailed)
        {
            parts.Progress.ItemFailed(new(held.Id, fault.Reason, held.Message.ReceiveCount, parts.Clock.GetUtcNow()));
        }
        else if (fault.Kind != FaultKind.Stopped)
        {
            parts.Log.MessageComesBack(held.Id, decision.Delay);
        }
    }
}
