namespace Hevlayer.Workers.Tests;

/// <summary>A call as the worker made it.</summary>
/// <param name="Kind">Which call.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Ids">The documents it names.</param>
internal sealed record SeenCall(CallKind Kind, TimeSpan At, IReadOnlyList<string> Ids)
{
    /// <summary>Stage that a move goes to.</summary>
    public DocumentStage? Stage { get; init; }

    /// <summary>Most documents that a claim asks for.</summary>
    public int Limit { get; init; }

    /// <summary>Whether the client itself sent it once more.</summary>
    public bool IsRetry { get; init; }
}
