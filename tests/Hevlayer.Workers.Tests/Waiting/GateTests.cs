using CsCheck;

namespace Hevlayer.Workers.Tests;

public sealed class GateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Enter_Fits_PassesAtOnce()
    {
        var gate = new Gate(10);

        Assert.True(gate.EnterAsync(4, Token).IsCompletedSuccessfully);
        Assert.True(gate.EnterAsync(6, Token).IsCompletedSuccessfully);
        Assert.Equal(10, gate.Taken);
        Assert.False(gate.EnterAsync(1, Token).IsCompleted);
    }

    [Fact]
    public async Task Enter_SmallBehindLarge_WaitsItsTurn()
    {
        var gate = new Gate(10);
        await gate.EnterAsync(5, Token);
        var large = gate.EnterAsync(10, Token);
        var small = gate.EnterAsync(1, Token);
        Assert.False(small.IsCompleted);

        gate.Leave(5);
        await large;

        Assert.False(small.IsCompleted);
        gate.Leave(10);
        await small;
        Assert.Equal(1, gate.Taken);
    }

    [Fact]
    public async Task Enter_LargerThanTheGate_PassesAlone()
    {
        var gate = new Gate(10);
        await gate.EnterAsync(1, Token);
        var huge = gate.EnterAsync(100, Token);
        Assert.False(huge.IsCompleted);

        gate.Leave(1);
        await huge;

        Assert.False(gate.EnterAsync(1, Token).IsCompleted);
    }

    [Fact]
    public void EnterIdle_BeyondItsShareOrTheGate_IsRefused()
    {
        var gate = new Gate(10);

        Assert.True(gate.TryEnterIdle(3, most: 4));
        Assert.False(gate.TryEnterIdle(2, most: 4));
        Assert.True(gate.EnterAsync(7, Token).IsCompletedSuccessfully);
        Assert.False(gate.TryEnterIdle(1, most: 4));
        Assert.Equal((10, 3), (gate.Taken, gate.Idle));
    }

    [Fact]
    public void EnterIdle_SomebodyWaits_IsRefused()
    {
        var gate = new Gate(10);
        _ = gate.EnterAsync(5, Token);
        _ = gate.EnterAsync(6, Token);

        Assert.False(gate.TryEnterIdle(1, most: 4));
    }

    /// <summary>What waits inside for a place cannot leave before those have come in that have the places.</summary>
    [Fact]
    public void Enter_LargerThanWhatIdleOnesLeave_PassesAllTheSame()
    {
        var gate = new Gate(10);
        Assert.True(gate.TryEnterIdle(4, most: 4));

        Assert.True(gate.EnterAsync(100, Token).IsCompletedSuccessfully);

        Assert.False(gate.EnterAsync(1, Token).IsCompleted);
    }

    [Fact]
    public void IdleRoom_BeginsItsWork_CountsLikeAnyOther()
    {
        var gate = new Gate(10);
        Assert.True(gate.TryEnterIdle(2, most: 4));
        var room = new IdleRoom(gate, 2);

        room.Correct(9);
        Assert.Equal((9, 9), (gate.Taken, gate.Idle));
        Assert.True(room.Begin());
        room.Leave();

        Assert.Equal((9, 0), (gate.Taken, gate.Idle));
        Assert.False(gate.EnterAsync(2, Token).IsCompleted);
    }

    [Fact]
    public void IdleRoom_LeavesTwice_CountsOnce()
    {
        var gate = new Gate(10);
        Assert.True(gate.TryEnterIdle(2, most: 4));
        var room = new IdleRoom(gate, 2);

        room.Leave();
        room.Leave();

        Assert.Equal((0, 0), (gate.Taken, gate.Idle));
        Assert.False(room.Begin());
    }

    [Fact]
    public async Task Enter_WhoWaitsInFrontGivesUp_NextOnePasses()
    {
        var gate = new Gate(10);
        await gate.EnterAsync(5, Token);
        using var cancel = new CancellationTokenSource();
        var large = gate.EnterAsync(10, cancel.Token);
        var small = gate.EnterAsync(5, Token);

        cancel.Cancel();

        await small;
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        Assert.Equal(cancel.Token, exception.CancellationToken);
        Assert.Equal(10, gate.Taken);
    }

    [Fact]
    public async Task Enter_TokenIsCancelledAlready_TakesNothing()
    {
        var gate = new Gate(10);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gate.EnterAsync(1, new CancellationToken(canceled: true)));

        Assert.Equal(0, gate.Taken);
    }

    [Fact]
    public async Task Enter_CancelledAfterwards_StaysInside()
    {
        var gate = new Gate(10);
        using var cancel = new CancellationTokenSource();
        await gate.EnterAsync(10, Token);
        var waiting = gate.EnterAsync(5, cancel.Token);
        gate.Leave(10);
        await waiting;

        cancel.Cancel();

        Assert.Equal(5, gate.Taken);
    }

    [Fact]
    public async Task Correct_SmallerThanAnnounced_LetsTheNextIn()
    {
        var gate = new Gate(10);
        await gate.EnterAsync(8, Token);
        var waiting = gate.EnterAsync(5, Token);

        gate.Correct(announced: 8, actual: 3);

        await waiting;
        Assert.Equal(8, gate.Taken);
    }

    [Fact]
    public async Task Correct_LargerThanAnnounced_HoldsTheNextBackUntilItFits()
    {
        var gate = new Gate(10);
        await gate.EnterAsync(2, Token);
        gate.Correct(announced: 2, actual: 30);
        Assert.Equal(30, gate.Taken);
        var waiting = gate.EnterAsync(1, Token);
        Assert.False(waiting.IsCompleted);

        gate.Leave(30);

        await waiting;
    }

    [Fact]
    public void Gate_AnyOrderOfEnteringLeavingAndGivingUp_LetsInByArrivalAndNeverTooMuch() =>
        Gen.Select(Gen.Long[1, 20], Gen.Select(Gen.Int[0, 3], Gen.Long[1, 30]).Array[1, 60]).Sample(static (capacity, steps) =>
        {
            var crowd = new Crowd(capacity);
            foreach (var (kind, number) in steps)
            {
                switch (kind)
                {
                    case 1 when crowd.Inside.Count > 0:
                        crowd.Leave(crowd.Inside[(int)number % crowd.Inside.Count]);
                        break;
                    case 2 when crowd.Waiting.Count > 0:
                        crowd.GiveUp(crowd.Waiting[(int)number % crowd.Waiting.Count]);
                        break;
                    default:
                        crowd.Come(number);
                        break;
                }

                // Nobody waits who fits, nobody is let in before who came earlier, and what is inside fits or is alone.
                var inside = crowd.Inside.Sum(static visitor => visitor.Amount);
                Assert.Equal(inside, crowd.Gate.Taken);
                Assert.True(inside <= capacity || crowd.Inside.Count == 1);
                Assert.True(crowd.Waiting is not [var first, ..] || inside + first.Amount > capacity);
                Assert.True(crowd.Waiting is not [var next, ..] || crowd.Inside.All(visitor => visitor.Number < next.Number));
            }
        });
}
