using Microsoft.Win32.SafeHandles;

namespace Hevlayer.Workers;

/// <summary>A file that grows by whole lines and is replaced at once. What was written survives the process at any point.</summary>
/// <param name="path">The path.</param>
internal sealed class JournalFile(string path) : IDisposable
{
    private SafeFileHandle? _handle;

    /// <summary>How much of the file is written whole, in bytes.</summary>
    public long Length { get; private set; }

    public byte[] Read() => File.Exists(path) ? File.ReadAllBytes(path) : [];

    /// <summary>Puts a line behind the others. A line that was not written whole is written over by the next one.</summary>
    /// <exception cref="IOException">The line was not written.</exception>
    public void Append(ReadOnlySpan<byte> line)
    {
        RandomAccess.Write(_handle ??= Open(), line, Length);
        Length += line.Length;
    }

    /// <summary>Puts other lines in the place of all of them. Who reads the file finds the old ones or the new ones.</summary>
    /// <exception cref="IOException">The old ones are still there.</exception>
    public void Replace(ReadOnlySpan<byte> lines)
    {
        var next = $"{path}.new";
        using (var handle = File.OpenHandle(next, FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.None))
        {
            RandomAccess.Write(handle, lines, 0);
        }

        // An open file cannot be replaced everywhere.
        _handle?.Dispose();
        _handle = null;
        File.Move(next, path, overwrite: true);
        Length = lines.Length;
    }

    public void Dispose() => _handle?.Dispose();

    private SafeFileHandle Open() => File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, FileOptions.None);
}
