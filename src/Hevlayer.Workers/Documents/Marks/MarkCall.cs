namespace Hevlayer.Workers;

/// <summary>A mark on its way to its row.</summary>
internal sealed class MarkCall(RowMark mark) : LineCall
{
    public RowMark Mark => mark;

    public override bool MayBeGivenUp => true;

    public override bool MayComeLate => false;
}
