namespace Hevlayer.Quickstart;

/// <summary>An end of the run that the user is told about in one message: what is wrong and what to do.</summary>
/// <param name="exitCode">Code to exit with.</param>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">What it came from, or null.</param>
internal sealed class Failure(ExitCode exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Code to exit with.</summary>
    public ExitCode ExitCode { get; } = exitCode;
}
