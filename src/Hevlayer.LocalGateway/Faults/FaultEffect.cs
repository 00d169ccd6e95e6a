namespace Hevlayer.Local;

/// <summary>What an <see cref="InjectedFault"/> does to a call that it strikes.</summary>
public enum FaultEffect
{
    /// <summary>Refuses the call before any work, with <see cref="InjectedFault.Status"/> and <see cref="InjectedFault.Body"/>.</summary>
    Status,

    /// <summary>Waits for <see cref="InjectedFault.Delay"/>; then the call is answered as usual.</summary>
    Delay,

    /// <summary>Does not begin with the call until the fault is removed, the caller gives up or the gateway ends.</summary>
    Stall,

    /// <summary>Does the work, announces the whole reply, sends half of its body and cuts the connection.</summary>
    CutBody,

    /// <summary>Cuts the connection before any work.</summary>
    Reset,

    /// <summary>Does the work and cuts the connection instead of replying.</summary>
    LoseReply,

    /// <summary>Does the work and replies under <see cref="InjectedFault.ContentType"/>, with <see cref="InjectedFault.Body"/> where that is set.</summary>
    ContentType,
}
