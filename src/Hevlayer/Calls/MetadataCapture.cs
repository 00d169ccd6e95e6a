namespace Hevlayer;

/// <summary>Records the replies to the calls that are made in one flow of control.</summary>
internal sealed class MetadataCapture
{
    private static readonly AsyncLocal<MetadataCapture?> Ambient = new();

    private readonly MetadataCapture? _outer;
    private ResponseMetadata? _last;

    private MetadataCapture(MetadataCapture? outer) => _outer = outer;

    /// <summary>The innermost capture around the caller; null when there is none.</summary>
    public static MetadataCapture? Current => Ambient.Value;

    public ResponseMetadata? Last => Volatile.Read(ref _last);

    /// <summary>
    /// Begins a capture within the one that is open, if any. It ends with the asynchronous method that begins it, so only
    /// such a method may call this.
    /// </summary>
    public static MetadataCapture Begin() => Ambient.Value = new MetadataCapture(Ambient.Value);

    public void Add(ResponseMetadata metadata)
    {
        // Who asks for the metadata of an outer call asks for that of the calls within it too.
        for (var capture = this; capture is not null; capture = capture._outer)
        {
            Volatile.Write(ref capture._last, metadata);
        }
    }
}
