namespace Hevlayer.Local;

/// <summary>Tells of writes once they are done, outside of the lock of their namespace.</summary>
internal sealed class WriteFeed
{
    /// <summary>Gets the name of the namespace and the keys of the rows that were put or patched; null for nobody.</summary>
    public Action<string, IEnumerable<string>>? Listener { get; set; }

    public void Tell(string name, IEnumerable<string> keys) => Listener?.Invoke(name, keys);
}
