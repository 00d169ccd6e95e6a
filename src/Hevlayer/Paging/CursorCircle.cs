namespace Hevlayer;

/// <summary>
/// Notices a list that comes back to where it was, with the memory of one cursor: each one is compared with an earlier
/// one, which is replaced after 1, 2, 4, 8, ... steps (Brent's method). A circle is found after at most four times as many
/// steps as there are different cursors.
/// </summary>
internal sealed class CursorCircle(string? start)
{
    private string? _kept = start;
    private long _stepsSince;
    private long _stepsToKeep = 1;

    /// <summary>Whether the next cursor is one that was there before.</summary>
    public bool IsClosedBy(string cursor)
    {
        if (cursor == _kept)
        {
            return true;
        }

        _stepsSince++;
        if (_stepsSince == _stepsToKeep)
        {
            _kept = cursor;
            _stepsSince = 0;
            _stepsToKeep *= 2;
        }

        return false;
    }
}
