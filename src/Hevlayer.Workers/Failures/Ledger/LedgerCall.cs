namespace Hevlayer.Workers;

/// <summary>A failure on its way to the ledger, or out of it.</summary>
/// <param name="failure">The failure.</param>
/// <param name="isGone">Whether its document is indexed by now.</param>
internal sealed class LedgerCall(DocumentFailure failure, bool isGone) : LineCall
{
    public DocumentFailure Failure => failure;

    public bool IsGone => isGone;

    public override bool MayBeGivenUp => false;

    public override bool MayComeLate => true;
}
