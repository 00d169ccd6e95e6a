namespace Hevlayer.Wire.Tests.Faults;

/// <summary>Which operations the retry table repeats after a fault.</summary>
internal enum Repeats
{
    /// <summary>None.</summary>
    Never,

    /// <summary>Those that are safe to repeat: what the gateway did is unknown.</summary>
    WhenSafe,

    /// <summary>All of them: the gateway did nothing.</summary>
    Always,
}
