namespace Hevlayer.Workers;

/// <summary>What is to be done with an item after an attempt.</summary>
/// <param name="Kind">What.</param>
/// <param name="Fault">Why; null for an item that is completed.</param>
/// <param name="Delay">How long an item that is returned stays away.</param>
internal sealed record Decision(DecisionKind Kind, Fault? Fault = null, TimeSpan Delay = default)
{
    public static Decision Complete { get; } = new(DecisionKind.Complete);

    public static Decision Retry { get; } = new(DecisionKind.Retry);

    public static Decision Fail(Fault fault) => new(DecisionKind.Fail, fault);

    public static Decision Return(Fault fault, TimeSpan delay) => new(DecisionKind.Return, fault, delay);
}
