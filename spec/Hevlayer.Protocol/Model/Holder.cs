namespace Hevlayer.Protocol;

/// <summary>
/// Whom the gateway takes for the holder of a document. Each claim has a holder of its own: a claim of which no process knows
/// is nobody's, whichever worker made it.
/// </summary>
internal static class Holder
{
    public const int Nobody = 0;

    /// <summary>A claim whose reply was lost, or a hold that its worker has given up.</summary>
    public const int Unknown = -1;

    /// <summary>A hold of a process that crashed.</summary>
    public const int Crashed = -2;

    public static int Of(int worker) => worker + 1;

    /// <summary>The worker whose present hold it is; null for one that no running process knows.</summary>
    public static int? WorkerOf(int holder) => holder > 0 ? holder - 1 : null;
}
