using System.Globalization;

namespace Hevlayer.Workers;

/// <summary>
/// Messages from a sequence, such as a channel's <c>ReadAllAsync</c>: for sources without acknowledgement. A message that
/// is returned waits in memory, so what is not finished when the
/// process ends is lost. After the end of the sequence there are no more messages.
/// </summary>
/// <typeparam name="TMessage">What the messages are.</typeparam>
public sealed class EnumerableDocumentSource<TMessage> : IDocumentSource<TMessage>, IAsyncDisposable
{
    /// <summary>How long a receive waits for a message. Default: 20 seconds.</summary>
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _disposed = new();
    private readonly ReturnedMessages<TMessage> _returned = new();
    private readonly Signal _news = new();
    private readonly IAsyncEnumerator<TMessage> _items;
    private TimeProvider _clock = TimeProvider.System;
    private Task<bool>? _next;
    private bool _isOver;
    private long _received;

    /// <summary>Makes a source.</summary>
    /// <param name="items">The messages; read once, as far as the worker asks for them.</param>
    public EnumerableDocumentSource(IAsyncEnumerable<TMessage> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        _items = items.GetAsyncEnumerator(_disposed.Token);
    }

    /// <inheritdoc />
    /// <remarks>An error of the sequence ends it: it is thrown by each receive from then on.</remarks>
    public async Task<IReadOnlyList<SourceMessage<TMessage>>> ReceiveAsync(ReceiveContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        _clock = context.Clock;
        await WaitAsync(context, cancellationToken);
        var messages = _returned.TakeDue(context.Limit, _clock);

        // Only what is there already: who waits for the next one, waits with the first in hand. Nor does an error of the
        // sequence take along what is in hand.
        while (messages.Count < context.Limit && IsNextHere() && (messages.Count == 0 || _next!.IsCompletedSuccessfully))
        {
            _isOver = !await _next!;
            if (!_isOver)
            {
                messages.Add(new() { Id = (++_received).ToString(CultureInfo.InvariantCulture), Body = _items.Current });
                _next = null;
            }
        }

        return messages;
    }

    /// <summary>Does nothing: the sequence does not have the message any more.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ignored.</param>
    public Task AcknowledgeAsync(SourceMessage<TMessage> message, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Keeps a message that is to be received again; one that is rejected is dropped.</summary>
    /// <param name="message">The message.</param>
    /// <param name="rejection">What becomes of it.</param>
    /// <param name="cancellationToken">Ignored.</param>
    public Task RejectAsync(SourceMessage<TMessage> message, Rejection rejection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(rejection);
        if (!rejection.IsDeadLetter)
        {
            _returned.Add(message, rejection.Delay, _clock);
            _news.Set();
        }

        return Task.CompletedTask;
    }

    /// <summary>Does nothing: nobody else gets the messages.</summary>
    /// <param name="message">The message.</param>
    /// <param name="by">Ignored.</param>
    /// <param name="cancellationToken">Ignored.</param>
    public Task ExtendAsync(SourceMessage<TMessage> message, TimeSpan by, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends the sequence.</summary>
    public async ValueTask DisposeAsync()
    {
        _disposed.Cancel();

        // An enumerator must not be disposed while it is being asked.
        await (_next ?? Task.CompletedTask).ContinueQuietlyAsync();
        await _items.DisposeAsync();
        _disposed.Dispose();
    }

    private bool IsNextHere()
    {
        if (_next is null && !_isOver)
        {
            _next = _items.MoveNextAsync().AsTask();
            _ = TellAsync(_next);
        }

        return !_isOver && _next!.IsCompleted;
    }

    private async Task TellAsync(Task next)
    {
        await next.ContinueQuietlyAsync();
        _news.Set();
    }

    private async Task WaitAsync(ReceiveContext context, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(context.Stopping, cancellationToken);
        var began = _clock.GetTimestamp();
        while (!IsNextHere() && Pause(_clock.GetElapsedTime(began)) is var pause && pause > TimeSpan.Zero && !enough.IsCancellationRequested)
        {
            await _news.WaitAsync(pause, _clock, enough.Token).ContinueQuietlyAsync();
        }
    }

    private TimeSpan Pause(TimeSpan waited) =>
        _returned.UntilDue(_clock) is { } due && due < LongPoll - waited ? due : LongPoll - waited;
}
