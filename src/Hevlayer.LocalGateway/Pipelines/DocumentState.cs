namespace Hevlayer.Local;

/// <summary>Where a document is.</summary>
/// <param name="Id">Id of the document.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="WorkerId">Who holds it; null for nobody.</param>
internal sealed record DocumentState(string Id, string Stage, string? WorkerId);
