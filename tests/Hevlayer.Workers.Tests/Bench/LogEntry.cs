using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers.Tests;

/// <summary>One line of a log.</summary>
internal sealed record LogEntry(string Category, LogLevel Level, int Id, string Text, Exception? Exception);
