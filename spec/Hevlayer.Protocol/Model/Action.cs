namespace Hevlayer.Protocol;

/// <summary>One step: what happens, by whom, to which document.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Worker">The worker; -1 where none is concerned.</param>
/// <param name="Document">The document; -1 where a whole process is concerned.</param>
internal readonly record struct Action(ActionKind Kind, int Worker = -1, int Document = -1)
{
    /// <summary>Whether nobody can rely on it to happen: fairness says nothing about faults, and nothing about producers that change their mind.</summary>
    public bool IsFault => Kind is ActionKind.Restage or ActionKind.Delete or ActionKind.Crash or ActionKind.Freeze
        or ActionKind.LoseRequest or ActionKind.LoseReply or ActionKind.DelayReply or ActionKind.Release;
}
