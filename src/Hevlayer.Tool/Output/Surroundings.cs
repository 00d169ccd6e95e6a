namespace Hevlayer.Tool;

/// <summary>What a command gets from its process.</summary>
internal sealed record Surroundings
{
    /// <summary>Where documents are read from when no file is named.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>Answers go here.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Failures go here.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether the output is a terminal that can redraw lines.</summary>
    public required bool IsTerminal { get; init; }

    /// <summary>Looks up an environment variable.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Clock of every wait.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where requests go, or null for the client's own connections.</summary>
    public HttpMessageHandler? Connections { get; init; }

    /// <summary>Stops the command when it is cancelled, as a signal does.</summary>
    public CancellationToken Stopping { get; init; }

    public static Surroundings OfThisProcess() => new()
    {
        In = Console.In,
        Out = Console.Out,
        Error = Console.Error,
        IsTerminal = !Console.IsOutputRedirected,
        Variable = Environment.GetEnvironmentVariable,
    };
}
