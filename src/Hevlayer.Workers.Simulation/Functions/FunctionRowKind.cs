namespace Hevlayer.Workers.Simulation;

/// <summary>What the function does with a row.</summary>
internal enum FunctionRowKind
{
    /// <summary>It succeeds.</summary>
    Sound,

    /// <summary>It fails a few times.</summary>
    Flaky,

    /// <summary>It fails each time.</summary>
    Poison,

    /// <summary>It hangs until it is cancelled.</summary>
    Hang,

    /// <summary>It says that the row will never succeed.</summary>
    Rejected,

    /// <summary>It gives an output that is not declared.</summary>
    Undeclared,
}
