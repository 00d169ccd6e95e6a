namespace Hevlayer.Workers;

/// <summary>Keeps other processes away from a journal, for as long as this one lives.</summary>
/// <remarks>The journal's own file cannot be the lock: it is replaced whenever it has grown.</remarks>
internal static class JournalLock
{
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="IOException">Somebody has it, or the file cannot be opened.</exception>
    public static FileStream Take(string journal)
    {
        try
        {
            return new FileStream($"{journal}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.None);
        }
        catch (IOException exception) when (exception.HResult is WindowsSharingViolation or LinuxWouldBlock or MacWouldBlock)
        {
            throw new IOException($"The attempt journal '{journal}' is in use by another worker or process. Each worker needs a journal of its own.", exception);
        }
    }
}
