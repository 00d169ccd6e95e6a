namespace Hevlayer.Workers;

/// <summary>The work on one held message: its document is staged, and the message acknowledged or rejected.</summary>
internal sealed class MessageWork : ItemWork
{
    private readonly SourceParts _parts;
    private readonly HeldMessage _held;
    private readonly MessageStaging _staging;
    private readonly MessageEnding _ending;
    private readonly Settlement _calls;
    private Fault? _problem;
    private bool _hasEntered;
    private int _failures;

    public MessageWork(SourceParts parts, HeldMessage held)
    {
        _parts = parts;
        _held = held;
        _staging = new MessageStaging(parts, held);
        _ending = new MessageEnding(parts, held);
        _calls = new Settlement(parts, held, FaultOf, NoteFailure);
    }

    public override async Task EnterAsync(CancellationToken cancellationToken)
    {
        _problem = ReadDocumentId();
        await _parts.Lanes.EnterAsync(_held.Id, cancellationToken);
        _hasEntered = true;
    }

    public override Task<Fault?> PrepareAsync() => Task.FromResult(_problem);

    public override Task<Fault?> AttemptAsync(AttemptSpan span, GatePlace place) => _staging.TryAsync();

    public override Task<Decision> DecideAsync(Fault fault, AttemptCounts failures)
    {
        var receipt = _held.Message.ReceiveCount;
        _parts.Progress.AttemptFailed();
        _parts.Log.StagingFailed(_held.Id, receipt, fault.Reason, fault.Exception);
        var decision = MessageRules.After(fault, receipt, failures, _parts.Options.Retry, _parts.Random.NextDouble());
        if (decision.Kind == DecisionKind.Fail)
        {
            // Before it is done: after a crash in between, this is the only place where the reason stands.
            _parts.Log.MessageRejected(_held.Id, receipt, fault.Reason, fault.Exception);
        }

        return Task.FromResult(decision);
    }

    public override async Task<Fault?> SettleAsync(Decision decision)
    {
        _held.Decision = decision;
        var refusal = await _calls.RunAsync((_, token) => _ending.RunAsync(decision, token));
        if (refusal is { IsFinal: true })
        {
            _parts.Log.NotSettled(_held.Id, _failures, refusal.Reason, refusal.Exception);
            return null;
        }

        return refusal;
    }

    public override Task EndAsync()
    {
        if (_hasEntered)
        {
            _parts.Lanes.Leave(_held.Id);
        }

        return Task.CompletedTask;
    }

    private Fault? ReadDocumentId()
    {
        if (_held.Message.Problem is { } problem)
        {
            return new(FaultKind.Rejected, problem);
        }

        try
        {
            if (_held.Message.ReadDocumentId() is { } id && !string.IsNullOrWhiteSpace(id))
            {
                _held.IsOf(id);
                return null;
            }

            return new(FaultKind.Rejected, "The message gives no id for its document.");
        }
        catch (DocumentRejectedException exception)
        {
            return new(FaultKind.Rejected, exception.Message, exception);
        }
        catch (Exception exception)
        {
            return new(FaultKind.Handler, $"The id of the document could not be read. {exception.GetType().Name}: {exception.Message}", exception);
        }
    }

    private void NoteFailure(Fault fault, int failures)
    {
        _failures = failures;
        _parts.Log.SettlingFailed(_held.Id, failures, fault.Reason, fault.Exception);
    }

    // Whatever the source throws may be over at the next call.
    private static Fault FaultOf(Exception exception) => new(FaultKind.Gateway, $"{exception.GetType().Name}: {exception.Message}", exception);
}
