namespace Hevlayer.Workers.Simulation;

/// <summary>How many documents the gateway has moved for each worker: no worker may believe in more.</summary>
internal sealed class Grants
{
    private readonly Dictionary<(string Worker, string Stage), long> _moved = [];

    /// <summary>Documents that the gateway moved for a worker into a stage, or that it was told are there.</summary>
    public long Of(string workerId, string stage) => _moved.GetValueOrDefault((workerId, stage));

    /// <summary>The gateway has moved documents, or has told that they are where they were to be moved.</summary>
    /// <param name="holder">Who holds them, or who looks.</param>
    /// <param name="stage">Where they are.</param>
    /// <param name="documents">How many.</param>
    public void Add(string holder, string stage, long documents)
    {
        var key = (WorkerOf(holder), stage);
        _moved[key] = _moved.GetValueOrDefault(key) + documents;
    }

    /// <summary>The worker that a holder is a claim of.</summary>
    public static string WorkerOf(string holder) => holder.Split('~')[0];
}
