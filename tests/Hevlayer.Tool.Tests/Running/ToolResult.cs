using System.Text.Json;

namespace Hevlayer.Tool.Tests;

/// <summary>What a command left on its outputs.</summary>
internal sealed record ToolResult(ExitCode ExitCode, string Output, string Error)
{
    /// <summary>The answer as JSON: all of it, on one line.</summary>
    public JsonElement Json => JsonElement.Parse(Output.TrimEnd('\n', '\r'));
}
