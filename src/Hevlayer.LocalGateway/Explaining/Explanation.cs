namespace Hevlayer.Local;

/// <summary>One sentence that says why something is where it is and what happens next.</summary>
internal sealed record Explanation(Cause Cause, string Sentence);
