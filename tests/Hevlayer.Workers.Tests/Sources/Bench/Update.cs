namespace Hevlayer.Workers.Tests.Sources;

/// <summary>The body of a message. Its text is split at each bar.</summary>
internal sealed record Update(string? Id, string Text = "one|two");
