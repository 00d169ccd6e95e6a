namespace Hevlayer.Tool;

/// <summary>How a command ended, as <c>--help</c> documents it.</summary>
internal enum ExitCode
{
    /// <summary>All is well, and done.</summary>
    Fine = 0,

    /// <summary>Documents failed, or not all is done.</summary>
    NotFine = 1,

    /// <summary>The arguments cannot be used, or what they name does not exist.</summary>
    BadUsage = 2,

    /// <summary>The gateway cannot be reached, is none, refused or failed.</summary>
    Gateway = 3,

    /// <summary>Cancelled by Ctrl-C or a termination signal.</summary>
    Cancelled = 130,
}
