namespace Hevlayer;

/// <summary>Stands for a cause that quotes a key: its text, without the key.</summary>
internal sealed class RedactedException(string message, string text) : Exception(message)
{
    public override string ToString() => text;
}
