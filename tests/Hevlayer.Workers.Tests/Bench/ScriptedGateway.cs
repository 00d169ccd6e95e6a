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

    public Task<IReadOnlyList<string>> ClaimAsync(int limit, string holder, CancellationToken cancellationToken) =>
        CallAsync(See(CallKind.Claim, []) with { Limit = limit }, () => gateway.Claim(terms, limit, holder), cancellationToken);

    public Task<IReadOnlyList<Chunk>> GetChunksAsync(string documentId, Func<bool> mayCall, CancellationToken cancellationToken) =>
        CallAsync(See(CallKind.ReadChunks, [documentId]), () => gateway.ReadChunks(documentId), cancellationToken, mayCall);

    public Task PutChunksAsync(string documentId, IReadOnlyList<Chunk> chunks, Func<bool> mayCall, CancellationToken cancellationToken) =>
        CallAsync(See(CallKind.PutChunks, [documentId]), () => Done(() => gateway.Stage(documentId, chunks)), cancellationToken, mayCall);

    public Task<IReadOnlyList<PresentRow>> FindRowsAsync(IReadOnlyList<string> rowIds, Func<bool> mayCall, CancellationToken cancellationToken) =>
        CallAsync(See(CallKind.AskRows, rowIds), () => gateway.Find(rowIds), cancellationToken, mayCall);

    public Task<IReadOnlyList<PresentRow>> ListRowsAsync(IReadOnlyList<string> documentIds, Func<bool> mayCall, CancellationToken cancellationToken) =>
        CallAsync(See(CallKind.AskRows, documentIds), () => gateway.RowsOf(documentIds), cancellationToken, mayCall);

    public Task<long?> WriteRowsAsync(IReadOnlyList<RowWrite> writes, Func<bool> mayCall, CancellationToken cancellationToken) =>
        CallAsync<long?>(See(CallKind.WriteRows, [.. writes.Select(static write => write.DocumentId)]), () => writes.Sum(gateway.Write), cancellationToken, mayCall);

    public Task MarkCompletedAsync(IReadOnlyList<RowMark> marks, CancellationToken cancellationToken) =>
        CallAsync(See(CallKind.Mark, [.. marks.Select(static mark => mark.RowId)]), () => Done(() => gateway.Mark(marks)), cancellationToken);

    public Task<IReadOnlyList<long>> VersionsAsync(IReadOnlyList<string> rowIds, CancellationToken cancellationToken) =>
        CallAsync(See(CallKind.Look, rowIds), () => gateway.Versions(rowIds), cancellationToken);

    public Task DeleteVersionAsync(string documentId, long version, CancellationToken cancellationToken) =>
        CallAsync(See(CallKind.Look, [documentId]), () => Done(() => gateway.DeleteVersion(documentId, version)), cancellationToken);

    public Task<long?> NewestVersionAsync(string documentId, CancellationToken cancellationToken) =>
        CallAsync(See(CallKind.Look, [documentId]), () => gateway.NewestVersion(documentId), cancellationToken);

    public Task DeleteOlderAsync(string documentId, long version, Func<bool> mayCall, CancellationToken cancellationToken) =>
        CallAsync(See(CallKind.Remove, [documentId]), () => Done(() => gateway.DeleteOlder(documentId, version)), cancellationToken);

    public Task PutVectorsAsync(string documentId, IReadOnlyList<VectorEntry> vectors, Func<bool> mayCall, CancellationToken cancellationToken) =>
        CallAsync(See(CallKind.PutVectors, [documentId]), () => Done(() => gateway.PutVectors(documentId, vectors)), cancellationToken, mayCall);

    public Task<long> HeartbeatAsync(IReadOnlyList<string> documentIds, string holder, CancellationToken cancellationToken) =>
        CallAsync(See(CallKind.Heartbeat, documentIds), () => gateway.Heartbeat(terms, documentIds, holder), cancellationToken);

    public Task<MoveReply> MoveAsync(IReadOnlyList<string> documentIds, DocumentStage stage, string holder, Func<bool> mayCall, CancellationToken cancellationToken) =>
        CallAsync(
            See(CallKind.Move, documentIds) with { Stage = stage },
            () => new MoveReply(gateway.Move(terms, documentIds, stage, holder), WasRetried: false),
            cancellationToken,
            mayCall);

    public Task<long> MoveFromAsync(IReadOnlyList<string> documentIds, DocumentStage from, DocumentStage stage, CancellationToken cancellationToken) =>
        CallAsync(See(CallKind.Look, documentIds) with { Stage = stage }, () => gateway.MoveFrom(documentIds, from, stage), cancellationToken);

    private static bool Done(Action action)
    {
        action();
        return true;
    }

    private SeenCall See(CallKind kind, IReadOnlyList<string> ids) => new(kind, time.Elapsed, ids);

    private Task<T> CallAsync<T>(SeenCall call, Func<T> carryOut, CancellationToken cancellationToken, Func<bool>? mayCall = null)
    {
        if (mayCall?.Invoke() == false)
        {
            return Task.FromException<T>(new HevlayerException("It was not attempted."));
        }

        Calls.Add(call);
        var trouble = Script?.Invoke(call) ?? new();
        var reply = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (trouble.Arrives)
        {
            time.After(trouble.There, () => Arrive(carryOut, reply, trouble));
        }

        if (trouble.RetriedAfter is { } pause)
        {
            time.After(pause, () => Retry(call, carryOut, reply, mayCall, cancellationToken));
        }

        time.After(CallTimeout + (trouble.RetriedAfter ?? TimeSpan.Zero), () => reply.TrySetException(new HevlayerTimeoutException("No reply came.") { IsTransient = true }));
        cancellationToken.UnsafeRegister(static (state, token) => ((TaskCompletionSource<T>)state!).TrySetCanceled(token), reply);
        return reply.Task;
    }

    // What the client does after a pause of its own: it asks, and sends once more.
    private void Retry<T>(SeenCall call, Func<T> carryOut, TaskCompletionSource<T> reply, Func<bool>? mayCall, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested || mayCall?.Invoke() == false)
        {
            reply.TrySetException(new HevlayerException("It was not attempted."));
            return;
        }

        Calls.Add(call with { At = time.Elapsed, IsRetry = true });
        Arrive(carryOut, reply, new());
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
