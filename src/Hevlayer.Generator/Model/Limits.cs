namespace Hevlayer.Generator.Model;

/// <summary>The bounds that the contract puts on a number, a list or a body of bytes, and what the gateway takes when none is sent.</summary>
/// <param name="Minimum">Smallest number; null for none.</param>
/// <param name="Maximum">Largest number; null for none.</param>
/// <param name="MinItems">Fewest items of a list; null for none.</param>
/// <param name="MaxItems">Most items of a list; null for none.</param>
/// <param name="Default">The number that counts when none is sent; null when the contract names none.</param>
internal sealed record Limits(long? Minimum, long? Maximum, long? MinItems, long? MaxItems, long? Default)
{
    public long? MinBytes { get; init; }

    public long? MaxBytes { get; init; }

    public static Limits None { get; } = new(null, null, null, null, null);
}
