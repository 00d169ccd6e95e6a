using Hevlayer.Local;
using Hevlayer.Workers.Simulation;

namespace Hevlayer.Workers.Tests;

/// <summary>A worker's way to the gateway: notes every call, and lets a test say how each one fares.</summary>
internal sealed class ScriptedGateway(GatewayModel gateway, ClaimTerms terms, VirtualTime time) : IPipelineGateway
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);

    public List<SeenCall> Calls { get; } = [];

    /// <summary>Says how a call fares; null for well.</summary>
    public Func<SeenCall, Trouble?>? Script { get; set; }

    public IReadOnlyList<SeenCall> Of(CallKind kind) => Calls.FindAll(call => call.Kind == kind);

    public Task<IReadOnlyList<string>> ClaimAsync(int limit, CancellationToken cancellationToken) =>
        CallAsync(See(CallKind.Claim, []) with { Limit = limit }, () => gateway.Claim(terms, limit), cancellationToken);

    public Task<IReadOnlyList<Chunk>> GetChunksAsync(string documentId, CancellationToken cancellationToken) =>
        CallAsync(See(CallKind.ReadChunks, [documentId]), () => gateway.ReadChunks(documentId), cancellationToken);

    public Task PutChunksAsync(string documentId, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken) =>
        CallAsync(See(CallKind.PutChunks, [documentId]), () => Done(() => gateway.Stage(documentId, chunks)), cancellationToken);

    public Task PutVectorsAsync(string documentId, IReadOnlyList<VectorEntry> vectors, CancellationToken cancellationToken) =>
        CallAsync(See(CallKind.PutVectors, [documentId]), () => Done(() => gateway.PutVectors(documentId, vectors)), cancellationToken);

    public Task<long> HeartbeatAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken) =>
        CallAsync(See(CallKind.Heartbeat, documentIds), () => gateway.Heartbeat(terms, documentIds), cancellationToken);

    public Task<MoveReply> MoveAsync(IReadOnlyList<string> documentIds, DocumentStage stage, CancellationToken cancellationToken) =>
        CallAsync(
            See(CallKind.Move, documentIds) with { Stage = stage },
            () => new MoveReply(gateway.Move(terms, documentIds, stage), WasRepeated: false),
            cancellationToken);

    private static bool Done(Action action)
    {
        action();
        return true;
    }

    private SeenCall See(CallKind kind, IReadOnlyList<string> ids) => new(kind, time.Elapsed, ids);

    private Task<T> CallAsync<T>(SeenCall call, Func<T> carryOut, CancellationToken cancellationToken)
    {
        Calls.Add(call);
        var trouble = Script?.Invoke(call) ?? new();
        var reply = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (trouble.Arrives)
        {
            time.After(trouble.There, () => Arrive(carryOut, reply, trouble));
        }

        time.After(CallTimeout, () => reply.TrySetException(new HevlayerTimeoutException("No reply came.") { IsTransient = true }));
        cancellationToken.UnsafeRegister(static (state, token) => ((TaskCompletionSource<T>)state!).TrySetCanceled(token), reply);
        return reply.Task;
    }

    private void Arrive<T>(Func<T> carryOut, TaskCompletionSource<T> reply, Trouble trouble)
    {
        Action answer;
        try
        {
            var result = trouble.Refusal is { } refusal ? throw refusal : carryOut();
            answer = () => reply.TrySetResult(result);
        }
        catch (GatewayFault fault)
        {
            var error = Trouble.Status(fault.Status).Refusal!;
            answer = () => reply.TrySetException(error);
        }
        catch (Exception exception)
        {
            answer = () => reply.TrySetException(exception);
        }

        if (trouble.IsAnswered)
        {
            time.After(trouble.Back, answer);
        }
    }
}
