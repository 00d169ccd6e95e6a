namespace Hevlayer.PackageTest;

/// <summary>How a program ended and what it wrote.</summary>
internal sealed record AppRun(int ExitCode, string Output);
