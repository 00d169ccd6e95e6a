using System.Globalization;

namespace Hevlayer.Workers.Tests.Sources;

/// <summary>
/// A queue with the rules of SQS: a message that was received is hidden for a time, comes back after it, and counts its
/// receipts. A test says how each call fares. Thread safe.
/// </summary>
internal sealed class QueueModel(TimeProvider clock) : IDocumentSource<Update>
{
    private readonly Lock _lock = new();
    private readonly List<QueuedUpdate> _messages = [];
    private readonly List<QueueCall> _calls = [];
    private readonly List<(string DocumentId, string Reason)> _deadLetters = [];
    private readonly long _began = clock.GetTimestamp();
    private int _sent;

    /// <summary>How long a message is hidden; null for a queue without such a time.</summary>
    public TimeSpan? Visibility { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a receive waits for messages.</summary>
    public TimeSpan LongPoll { get; init; }

    /// <summary>Says how a call fares; null for well.</summary>
    public Func<QueueCall, QueueFate?>? Script { get; set; }

    /// <summary>Told of each call that was carried out.</summary>
    public Action<QueueCall>? Done { get; set; }

    public TimeSpan Now => clock.GetElapsedTime(_began);

    public IReadOnlyList<QueueCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    public IReadOnlyList<(string DocumentId, string Reason)> DeadLetters
    {
        get
        {
            lock (_lock)
            {
                return [.. _deadLetters];
            }
        }
    }

    /// <summary>Documents whose messages are in the queue, hidden or not.</summary>
    public IReadOnlyList<string?> Left
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages.Select(static message => message.Body.Id)];
            }
        }
    }

    /// <summary>Documents whose messages anybody may receive now.</summary>
    public IReadOnlyList<string?> Visible
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages.Where(message => message.VisibleAt <= Now).Select(static message => message.Body.Id)];
            }
        }
    }

    public IReadOnlyList<QueueCall> Of(QueueAction action, string? documentId = null) =>
        [.. Calls.Where(call => call.Action == action && (documentId is null || call.DocumentId == documentId))];

    public void Send(params IEnumerable<string> documentIds)
    {
        foreach (var id in documentIds)
        {
            Send(new Update(id), problem: null);
        }
    }

    public void Send(params IEnumerable<Update> bodies)
    {
        foreach (var body in bodies)
        {
            Send(body, problem: null);
        }
    }

    public void Send(Update body, string? problem, string? traceParent = null)
    {
        lock (_lock)
        {
            _messages.Add(new((++_sent).ToString(CultureInfo.InvariantCulture), body) { Problem = problem, TraceParent = traceParent });
        }
    }

    /// <summary>Somebody else gets the message: its time was over too early.</summary>
    public void TakeAway(string documentId)
    {
        lock (_lock)
        {
            var message = _messages.Single(message => message.Body.Id == documentId);
            message.ReceiveCount++;
            message.VisibleAt = Now + (Visibility ?? TimeSpan.Zero);
        }
    }

    public async Task<IReadOnlyList<SourceMessage<Update>>> ReceiveAsync(ReceiveContext context, CancellationToken cancellationToken)
    {
        var began = Now;
        IReadOnlyList<SourceMessage<Update>> messages = [];
        await CallAsync(new(QueueAction.Receive, began, null) { Limit = context.Limit }, () => messages = Take(context.Limit), cancellationToken);
        while (messages.Count == 0 && Now < began + LongPoll)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancellationToken);
            messages = Take(context.Limit);
        }

        return messages;
    }

    public Task AcknowledgeAsync(SourceMessage<Update> message, CancellationToken cancellationToken) =>
        CallAsync(new(QueueAction.Acknowledge, Now, message.Body.Id), () => _messages.Remove(Held(message)), cancellationToken);

    public Task RejectAsync(SourceMessage<Update> message, Rejection rejection, CancellationToken cancellationToken) => CallAsync(
        new(QueueAction.Reject, Now, message.Body.Id) { Rejection = rejection },
        () =>
        {
            var held = Held(message);
            held.VisibleAt = Now + rejection.Delay;
            if (rejection.IsDeadLetter)
            {
                _messages.Remove(held);
                _deadLetters.Add((message.Body.Id ?? message.Id, rejection.Reason));
            }
        },
        cancellationToken);

    public Task ExtendAsync(SourceMessage<Update> message, TimeSpan by, CancellationToken cancellationToken) =>
        CallAsync(new(QueueAction.Extend, Now, message.Body.Id), () => Held(message).VisibleAt = Now + by, cancellationToken);

    private async Task CallAsync(QueueCall call, Action action, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _calls.Add(call);
        }

        var fate = Script?.Invoke(call) ?? new QueueFate();
        using var registration = cancellationToken.UnsafeRegister(_ => call.WasCancelled = true, null);
        await Task.Delay(fate.Takes, clock, cancellationToken);
        if (fate.Error is { } error)
        {
            throw error;
        }

        lock (_lock)
        {
            action();
            call.IsDone = true;
        }

        Done?.Invoke(call);
        if (fate.LosesReply)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken);
        }
    }

    private QueuedUpdate Held(SourceMessage<Update> message)
    {
        var receipt = (QueueReceipt)message.Handle!;
        var isOurs = _messages.Contains(receipt.Message)
            && receipt.Message.ReceiveCount == receipt.ReceiveCount
            && (Visibility is null || receipt.Message.VisibleAt > Now);
        return isOurs ? receipt.Message : throw new MessageLostException($"Receipt {receipt.ReceiveCount} of message {message.Id} is over.");
    }

    private IReadOnlyList<SourceMessage<Update>> Take(int limit)
    {
        lock (_lock)
        {
            return [.. _messages.Where(message => message.VisibleAt <= Now).Take(limit).ToList().Select(Take)];
        }
    }

    private SourceMessage<Update> Take(QueuedUpdate message)
    {
        message.ReceiveCount++;
        message.VisibleAt = Visibility is { } time ? Now + time : TimeSpan.MaxValue;
        return new()
        {
            Id = $"message-{message.Id}",
            Body = message.Body,
            ReceiveCount = message.ReceiveCount,
            Lease = Visibility,
            Handle = new QueueReceipt(message, message.ReceiveCount),
            Problem = message.Problem,
            TraceParent = message.TraceParent,
        };
    }
}
