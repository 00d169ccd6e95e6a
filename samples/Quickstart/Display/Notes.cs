namespace Hevlayer.Quickstart;

/// <summary>Collects notes while the display redraws, and shows them after it; the first ones stand for the rest.</summary>
/// <param name="error">Where the notes go.</param>
internal sealed class Notes(TextWriter error)
{
    private const int MostShown = 20;

    private readonly Lock _lock = new();
    private readonly List<string> _shown = [];
    private int _count;

    public void Add(string note)
    {
        lock (_lock)
        {
            _count++;
            if (_shown.Count < MostShown)
            {
                _shown.Add(note);
            }
        }
    }

    /// <summary>Writes what has been collected and forgets it.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            _shown.ForEach(error.WriteLine);
            if (_count > _shown.Count)
            {
                error.WriteLine($"... and {_count - _shown.Count} more notes like these.");
            }

            _shown.Clear();
            _count = 0;
        }
    }
}
