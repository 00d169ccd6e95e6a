namespace Hevlayer.Workers.Tests.Sources;

/// <summary>Splits at each bar; an empty text has no piece.</summary>
internal sealed class BarChunker : ITextChunker
{
    public IEnumerable<string> Split(string text) => text.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
