namespace Hevlayer.Workers.Tests;

/// <summary>Somebody at a gate: inside, or waiting.</summary>
/// <param name="number">Place in the order of arrival.</param>
/// <param name="amount">How much room is asked for.</param>
internal sealed class Visitor(int number, long amount)
{
    private readonly CancellationTokenSource _cancel = new();
    private Task? _entering;

    public int Number => number;

    public long Amount => amount;

    public bool IsInside => _entering is { IsCompletedSuccessfully: true };

    public void Come(Gate gate) => _entering = gate.EnterAsync(amount, _cancel.Token);

    public void GiveUp() => _cancel.Cancel();
}
