namespace Hevlayer.Local;

/// <summary>A fault on its page; its members are the fields by which one is added, and its id and counts.</summary>
internal sealed record FaultView(
    string Id,
    string Effect,
    string? Operation,
    string? Namespace,
    string? Pipeline,
    string? Document,
    double Probability,
    int Seed,
    int? Count,
    int? Status,
    string? Body,
    string? ContentType,
    double? RetryAfterSeconds,
    double? DelaySeconds,
    long Matched,
    int Struck)
{
    public static FaultView Of(AddedFault added)
    {
        var fault = added.Fault;
        return new(
            added.Id,
            FaultFields.NameOf(fault.Effect),
            fault.Operation,
            fault.Namespace,
            fault.Pipeline,
            fault.Document,
            fault.Probability,
            fault.Seed,
            fault.Count,
            fault.Effect == FaultEffect.Status ? (int)fault.Status : null,
            fault.Body,
            fault.ContentType,
            fault.RetryAfter?.TotalSeconds,
            fault.Delay > TimeSpan.Zero ? fault.Delay.TotalSeconds : null,
            added.Matched,
            added.Struck);
    }
}
