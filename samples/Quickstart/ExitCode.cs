namespace Hevlayer.Quickstart;

/// <summary>How a run ended, as <c>--help</c> documents it.</summary>
internal enum ExitCode
{
    /// <summary>Everything is indexed and the question is answered.</summary>
    Done = 0,

    /// <summary>The run failed, or documents of it did.</summary>
    Failed = 1,

    /// <summary>The arguments, the folder or one of its files cannot be used.</summary>
    BadInput = 2,

    /// <summary>The gateway cannot be reached, is none, or refused.</summary>
    Gateway = 3,

    /// <summary>Cancelled by Ctrl-C or a termination signal.</summary>
    Cancelled = 130,
}
