namespace Hevlayer.Workers.Tests.Sources;

/// <summary>How one call to a queue fares.</summary>
internal sealed record QueueFate
{
    /// <summary>Fails, and nothing is done.</summary>
    public Exception? Error { get; init; }

    /// <summary>Time to the queue and back.</summary>
    public TimeSpan Takes { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>Is done, and the reply is lost.</summary>
    public bool LosesReply { get; init; }

    public static QueueFate Fails { get; } = new() { Error = new InvalidOperationException("The queue is in trouble.") };

    /// <summary>Is never answered.</summary>
    public static QueueFate Hangs { get; } = new() { Takes = Timeout.InfiniteTimeSpan };

    public static QueueFate After(TimeSpan time) => new() { Takes = time };
}
