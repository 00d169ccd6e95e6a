using System.Runtime.ExceptionServices;

namespace Hevlayer.Workers.Simulation;

/// <summary>
/// Threads outside the pool. A history may wait for something that goes on in the pool: on threads of the pool, histories
/// that wait could leave none to go on.
/// </summary>
internal static class OwnThreads
{
    /// <summary>Takes numbers in their order, each on one of the threads, until all are done or one says that it was enough.</summary>
    /// <param name="count">How many numbers.</param>
    /// <param name="threads">How many threads.</param>
    /// <param name="body">What is done with a number; false when no further one is to be taken.</param>
    /// <param name="cancellationToken">Ends it after the numbers under way.</param>
    public static void For(int count, int threads, Func<int, bool> body, CancellationToken cancellationToken)
    {
        var last = -1;
        var isEnough = false;
        ExceptionDispatchInfo? failure = null;

        void Run()
        {
            try
            {
                while (!Volatile.Read(ref isEnough) && !cancellationToken.IsCancellationRequested && Interlocked.Increment(ref last) is var number && number < count)
                {
                    if (!body(number))
                    {
                        Volatile.Write(ref isEnough, true);
                    }
                }
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
                Volatile.Write(ref isEnough, true);
            }
        }

        List<Thread> started = [.. Enumerable.Range(0, Math.Min(threads, count)).Select(_ => new Thread(Run) { IsBackground = true })];
        started.ForEach(static thread => thread.Start());
        started.ForEach(static thread => thread.Join());
        failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
