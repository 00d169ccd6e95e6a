namespace Hevlayer.Workers;

/// <summary>A question about one document on its way with others.</summary>
internal sealed class UnchangedCall(DeclaredDocument document) : LineCall
{
    public DeclaredDocument Document => document;

    /// <summary>The answer, once the call is done.</summary>
    public bool IsUnchanged { get; set; }

    public override bool MayBeGivenUp => true;

    public override bool MayComeLate => false;
}
