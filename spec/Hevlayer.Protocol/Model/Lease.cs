namespace Hevlayer.Protocol;

/// <summary>What time has done to the lease of one hold.</summary>
internal enum Lease
{
    /// <summary>The phase has no lease.</summary>
    None,

    /// <summary>The worker may rely on it, by its own clock and with its margin.</summary>
    Safe,

    /// <summary>The worker may not rely on it; the gateway has not ended it yet.</summary>
    Doubtful,

    /// <summary>The worker may not rely on it, and the gateway has ended it.</summary>
    Over,

    /// <summary>The gateway has ended it for its time was over, and its worker relies on it. The protocol never gets here.</summary>
    Mistaken,
}
