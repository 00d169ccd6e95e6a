namespace Hevlayer.Indexer.Tests;

/// <summary>What was done to the workers.</summary>
internal sealed record ChaosFigures
{
    public int Kills { get; set; }

    public int Pauses { get; set; }

    public int Terms { get; set; }

    /// <summary>Documents that killed workers held when they died.</summary>
    public long HeldAtDeath { get; set; }

    /// <summary>Documents that frozen workers held when they froze.</summary>
    public long HeldWhenFrozen { get; set; }

    /// <summary>Messages that extract workers held when one of them got a signal.</summary>
    public long MessagesInHand { get; set; }

    /// <summary>Documents that workers still held after an orderly end; none, if all is well.</summary>
    public long HeldAfterEnd { get; set; }

    /// <summary>What workers wrote that left documents held.</summary>
    public List<string> LeftBehind { get; } = [];

    public TimeSpan SlowestEnd { get; set; }
}
