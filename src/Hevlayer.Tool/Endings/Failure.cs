namespace Hevlayer.Tool;

/// <summary>An end of a command that the user is told about in one message: what is wrong and what to do.</summary>
/// <param name="exitCode">Code to exit with.</param>
/// <param name="message">What is wrong and what to do.</param>
internal sealed class Failure(ExitCode exitCode, string message) : Exception(message)
{
    /// <summary>Code to exit with.</summary>
    public ExitCode ExitCode { get; } = exitCode;
}
