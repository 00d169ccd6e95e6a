using Hevlayer.Fuzz.Tests.Inputs;
using Hevlayer.Tests.Shared;
using Hevlayer.Wire.Tests.Contract;
using Hevlayer.Wire.Tests.Replies;

namespace Hevlayer.Fuzz.Tests.Replies;

/// <summary>
/// Whatever a gateway answers, a call ends with a result that keeps what its type promises or with a
/// <see cref="HevlayerException"/>, soon, in little memory, and tells no key.
/// </summary>
public sealed class ReplyFuzzTests
{
    private static readonly string[] Operations = [.. WireContract.Operations.Values.Where(static operation => operation.Successes.Count > 0).Select(static operation => operation.Id).Order(StringComparer.Ordinal)];
    private static readonly ReplyKind[] Kinds = Enum.GetValues<ReplyKind>();
    private static readonly int[] Errors = [301, 302, 400, 401, 402, 403, 404, 405, 407, 408, 409, 410, 412, 413, 415, 418, 422, 429, 451, 500, 501, 502, 503, 504, 520, 599];

    private readonly FuzzedGateway _gateway = new();

    [Fact]
    public Task Success_AnyBody_IsReadOrRefused() => FuzzRun.RunAsync(1, async random =>
    {
        var operation = random.Of(Operations);
        var (status, _, body) = ReplyCases.Build(operation, random.Of(Kinds), random.Next(12));
        return await TryAsync(operation, FuzzedReply.Draw(random, random.Chance(0.02) ? random.Of([200, 201, 202, 204, 206, 299]) : status, JsonChanges.Change(random, body)));
    });

    [Fact]
    public Task Error_AnyBody_IsAnErrorOfItsStatus() => FuzzRun.RunAsync(1, async random =>
    {
        var operation = random.Of(Operations);
        var reply = FuzzedReply.Draw(random, random.Of(Errors), ErrorBodies.Draw(random));
        var outcome = await OutcomeAsync(operation, reply);
        return outcome.Fault() ?? (outcome.Error is HevlayerException error && (int?)error.StatusCode == reply.Status ? null : $"the status {reply.Status} became {outcome.Error?.Message}") switch
        {
            null => null,
            var fault => $"{operation}: {fault}\n{reply}",
        };
    });

    private async Task<string?> TryAsync(string operation, FuzzedReply reply) =>
        (await OutcomeAsync(operation, reply)).Fault() is { } fault ? $"{operation}: {fault}\n{reply}" : null;

    private Task<CallOutcome> OutcomeAsync(string operation, FuzzedReply reply) =>
        CallOutcome.OfAsync(() => _gateway.CallAsync(OperationCalls.All[operation], reply));
}
