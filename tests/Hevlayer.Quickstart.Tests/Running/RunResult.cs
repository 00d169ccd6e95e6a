namespace Hevlayer.Quickstart.Tests;

/// <summary>What a run left on its outputs.</summary>
internal sealed record RunResult(ExitCode ExitCode, string Output, string Error);
