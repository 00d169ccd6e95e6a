namespace Hevlayer.Tests.Retries;

/// <summary>One way for an attempt to fail, and what the rule says about a repeat.</summary>
/// <param name="Fail">What the far end does.</param>
/// <param name="RepeatsIdempotent">Whether an idempotent operation is sent again.</param>
/// <param name="RepeatsClaim">Whether a claim is sent again.</param>
/// <param name="Error">Type of the error in the end.</param>
/// <param name="Status">Status in the error; null for none.</param>
/// <param name="IsTransient">Whether the error says that a later call may succeed.</param>
internal sealed record Situation(
    Func<CancellationToken, Task<HttpResponseMessage>> Fail,
    bool RepeatsIdempotent,
    bool RepeatsClaim,
    Type Error,
    int? Status,
    bool IsTransient = true)
{
    public static Situation Answer(int status, bool idempotent, bool claim, Func<HttpResponseMessage>? reply = null) => new(
        _ => Task.FromResult(reply?.Invoke() ?? Reply.Error(status, "some_code")),
        idempotent,
        claim,
        typeof(HevlayerException),
        status,
        idempotent || claim);

    public static Situation Broken(Func<Exception> exception, bool idempotent, bool claim) =>
        new(_ => throw exception(), idempotent, claim, typeof(HevlayerConnectionException), null, idempotent || claim);
}
