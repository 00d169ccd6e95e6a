namespace Hevlayer.Proof;

/// <summary>A sentence of the documentation, and what checks it.</summary>
/// <param name="Id">A short name.</param>
/// <param name="Page">The page, such as <c>docs/workers.md</c>.</param>
/// <param name="Sentence">The words as they stand there.</param>
/// <param name="Tests">Names of tests, with <c>*</c> for any characters; each must have run.</param>
/// <param name="Checks">Names of other checks, as the gate and <c>eng/prove.sh</c> record them.</param>
/// <param name="Again">A command that shows it again, or null for the tests' own.</param>
internal sealed record Promise(string Id, string Page, string Sentence, IReadOnlyList<string> Tests, IReadOnlyList<string> Checks, string? Again);
