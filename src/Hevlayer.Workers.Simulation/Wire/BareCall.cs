using System.Diagnostics.CodeAnalysis;

namespace Hevlayer.Workers.Simulation;

/// <summary>
/// Calls of a library that knows no context, made from a process of a simulation. Whatever thread the library ends a call on,
/// the process hears of it on the one thread of the simulation.
/// </summary>
/// <typeparam name="T">What the call gives.</typeparam>
[SuppressMessage("Design", "CA1001", Justification = "Its source has no timer and no handle, and a call may end after its process.")]
internal sealed class BareCall<T>
{
    private static readonly TimeSpan LongestJoin = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _own = new();
    private readonly TaskCompletionSource<T> _result = new();
    private readonly VirtualTime _time;
    private Task<T>? _task;

    private BareCall(VirtualTime time) => _time = time;

    /// <summary>Begins a call on no context, and cancels it on none.</summary>
    /// <param name="time">The time of the simulation.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static Task<T> RunAsync(VirtualTime time, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var bare = new BareCall<T>(time);
        SimulatedNode.Bare(() => bare._task = call(bare._own.Token));
        cancellationToken.UnsafeRegister(static state => ((BareCall<T>)state!).Cancel(), bare);
        bare._task!.ContinueWith(
            static (_, state) => ((BareCall<T>)state!).EndOnOwnThread(),
            bare,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return bare._result.Task;
    }

    // Pauses that are cancelled go on somewhere else; they are waited for, and nothing else happens meanwhile.
    private void Cancel()
    {
        if (!_time.Join(() => SimulatedNode.Bare(_own.Cancel), () => _task!.IsCompleted, LongestJoin))
        {
            throw new InvalidOperationException("A call that was cancelled did not end.");
        }

        End();
    }

    private void EndOnOwnThread()
    {
        if (Environment.CurrentManagedThreadId == _time.Thread)
        {
            End();
        }
    }

    private void End() => _result.TrySetFromTask(_task!);
}
