namespace Hevlayer.Local;

/// <summary>The state cannot be written: the disk is full, or the folder is gone.</summary>
internal sealed class NotWrittenException(string path, Exception inner) : IOException($"The state cannot be written to {path}: {inner.Message}", inner);
