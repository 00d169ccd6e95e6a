namespace Hevlayer.Local;

/// <summary>A kind of calls that a fault strikes.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="Operation">Id of the operation.</param>
/// <param name="About">A document; for a claim that took nothing, the stage.</param>
/// <param name="IsStage">Whether it is the stage of claims.</param>
internal readonly record struct StrikeKey(string Pipeline, string Operation, string About, bool IsStage);
