namespace Hevlayer.Workers;

/// <summary>A migration cannot begin or go on as it was asked for; nothing was switched over.</summary>
public sealed class MigrationRefusedException : InvalidOperationException
{
    internal MigrationRefusedException(string message)
        : base(message)
    {
    }
}
