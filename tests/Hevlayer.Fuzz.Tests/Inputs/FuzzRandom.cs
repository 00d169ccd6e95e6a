using System.Diagnostics.CodeAnalysis;

namespace Hevlayer.Fuzz.Tests.Inputs;

/// <summary>The choices of one input.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Inputs must come again from their number.")]
internal sealed class FuzzRandom(int number)
{
    private readonly Random _random = new(number);

    public int Next(int end) => _random.Next(end);

    public int Next(int begin, int end) => _random.Next(begin, end);

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public T Of<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    public byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }
}
