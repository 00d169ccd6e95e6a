namespace Hevlayer.Workers.Simulation;

/// <summary>A row that a function is to work on.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its input.</param>
/// <param name="Kind">What the function does with it.</param>
/// <param name="WrittenAt">When it is written.</param>
internal sealed record FunctionRow(string Id, string Text, FunctionRowKind Kind, TimeSpan WrittenAt)
{
    /// <summary>Whether it can only fail.</summary>
    public bool IsDoomed => Kind is FunctionRowKind.Poison or FunctionRowKind.Hang or FunctionRowKind.Rejected or FunctionRowKind.Undeclared;
}
