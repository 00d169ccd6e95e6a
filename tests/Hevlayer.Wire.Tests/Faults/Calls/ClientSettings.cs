namespace Hevlayer.Wire.Tests.Faults;

/// <summary>Deadlines and pauses for the clients under test.</summary>
internal static class ClientSettings
{
    public const int MaxAttempts = 3;

    /// <summary>Attempts where each one has to wait for its deadline.</summary>
    public const int MaxSlowAttempts = 2;

    public static readonly TimeSpan ShortAttempt = TimeSpan.FromMilliseconds(150);
    public static readonly TimeSpan ShortTotal = TimeSpan.FromMilliseconds(600);
    public static readonly TimeSpan ShortStall = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Ample = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SlowAttempt = TimeSpan.FromMilliseconds(800);

    /// <summary>
    /// Only the one limit that the fault runs into is short; all others are out of reach, so that the number of attempts
    /// depends on no clock, however busy the machine is.
    /// </summary>
    public static Action<HevlayerClientOptions> Counting(Fault fault) => options =>
    {
        options.AttemptTimeout = fault.EndedBy == EndedBy.AttemptTimeout ? SlowAttempt : Ample;
        options.TotalTimeout = Ample * 2;
        options.ReadStallTimeout = fault.EndedBy == EndedBy.StallTimeout ? ShortStall : Ample;
        options.Retry.MaxAttempts = AttemptsFor(fault);
    };

    public static int AttemptsFor(Fault fault) => fault.EndedBy == EndedBy.AttemptTimeout ? MaxSlowAttempts : MaxAttempts;

    /// <summary>Every limit is short but the number of attempts: the deadline alone ends the call.</summary>
    public static void Hurried(HevlayerClientOptions options)
    {
        options.AttemptTimeout = ShortAttempt;
        options.TotalTimeout = ShortTotal;
        options.ReadStallTimeout = ShortStall;
        options.Retry.MaxAttempts = 100;
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(50);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(90);
    }

    /// <summary>No limit is in reach, and a pause never ends: only the caller's token can end the call in time.</summary>
    public static void Unhurried(HevlayerClientOptions options)
    {
        options.AttemptTimeout = Ample;
        options.TotalTimeout = Ample * 4;
        options.ReadStallTimeout = Ample;
        options.Retry.BaseDelay = Ample;
        options.Retry.MaxDelay = Ample;
    }
}
