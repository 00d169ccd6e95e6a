namespace Hevlayer.Workers.Simulation;

/// <summary>What one worker has been told about one lease, and what it did for it.</summary>
/// <param name="holder">Who has it.</param>
/// <param name="renewedAt">When the claim was sent.</param>
/// <param name="beatenAt">When the reply came: from then on it has to be renewed.</param>
internal sealed class LeaseNote(string holder, long renewedAt, long beatenAt)
{
    public string Holder => holder;

    /// <summary>When the last call that renewed it was sent.</summary>
    public long RenewedAt { get; set; } = renewedAt;

    /// <summary>When the last call that was to renew it, or to end it, was made.</summary>
    public long BeatenAt { get; set; } = beatenAt;

    /// <summary>Calls under way that are to end it; while there are any, it may be renewed late.</summary>
    public int CallsToEnd { get; set; }

    /// <summary>When the worker was told that it is lost; null while it was not.</summary>
    public long? GoneAt { get; set; }
}
