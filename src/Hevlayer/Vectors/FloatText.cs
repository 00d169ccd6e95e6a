using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hevlayer;

/// <summary>
/// Writes floats as decimal text that reads back to the same bits. Nine significant digits always do: two floats are
/// further apart than two numbers of nine digits. Eight do mostly, and then no more are written. The digits come from a
/// multiplication in double precision, whose error is far below what they can tell.
/// </summary>
internal static class FloatText
{
    /// <summary>Longest text of a float.</summary>
    public const int MaxLength = 16;

    /// <summary>Room that a write needs: it may store a little beyond the text that it gives.</summary>
    public const int Room = 24;

    private const int Digits = 9;
    private const uint TenDigits = 1_000_000_000;
    private const int SmallestFixed = -5;
    private const int FirstPower = -53;
    private const int DoubleBias = 1023;
    private const ulong FloatMantissa = 0x000F_FFFF_E000_0000;

    // Binary digits of a float, and the exponent of half the smallest one.
    private const int FloatDigits = 24;
    private const int SmallestHalf = -150;

    private static ReadOnlySpan<double> Powers =>
    [
        1e-53, 1e-52, 1e-51, 1e-50, 1e-49, 1e-48, 1e-47, 1e-46, 1e-45, 1e-44, 1e-43, 1e-42,
        1e-41, 1e-40, 1e-39, 1e-38, 1e-37, 1e-36, 1e-35, 1e-34, 1e-33, 1e-32, 1e-31, 1e-30,
        1e-29, 1e-28, 1e-27, 1e-26, 1e-25, 1e-24, 1e-23, 1e-22, 1e-21, 1e-20, 1e-19, 1e-18,
        1e-17, 1e-16, 1e-15, 1e-14, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6,
        1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6,
        1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
        1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30,
        1e31, 1e32, 1e33, 1e34, 1e35, 1e36, 1e37, 1e38, 1e39, 1e40, 1e41, 1e42,
        1e43, 1e44, 1e45, 1e46, 1e47, 1e48, 1e49, 1e50, 1e51, 1e52, 1e53,
    ];

    /// <summary>Writes a finite float.</summary>
    /// <param name="value">The float.</param>
    /// <param name="destination">At least <see cref="Room"/> bytes.</param>
    /// <returns>Length of the text.</returns>
    public static int Write(float value, Span<byte> destination)
    {
        ref var start = ref MemoryMarshal.GetReference(destination[..Room]);
        ref var at = ref start;
        if (float.IsNegative(value))
        {
            at = (byte)'-';
            at = ref Unsafe.Add(ref at, 1);
        }

        // Every float is a normal double, even a subnormal float.
        var magnitude = Math.Abs((double)value);
        if (magnitude == 0)
        {
            // Without the point, a reader may take minus zero for an integer and lose its sign.
            var text = float.IsNegative(value) ? "0.0"u8 : "0"u8;
            text.CopyTo(destination[Length(ref start, ref at)..]);
            return Length(ref start, ref at) + text.Length;
        }

        // The binary exponent times log10(2): the decimal one, or one less.
        var bits = BitConverter.DoubleToUInt64Bits(magnitude);
        var exponent = (((int)(bits >> 52) - DoubleBias) * 1233) >> 12;
        var scaled = magnitude * PowerOf(Digits - 1 - exponent);
        if (scaled >= 999_999_999.5)
        {
            exponent++;
            scaled = magnitude * PowerOf(Digits - 1 - exponent);
        }

        var number = (uint)(scaled + 0.5);
        var shorter = (number + 5) / 10 * 10;
        if (Math.Abs((shorter * PowerOf(exponent + 1 - Digits)) - magnitude) < SafeDistance(bits))
        {
            number = shorter == TenDigits ? TenDigits / 10 : shorter;
            exponent += shorter == TenDigits ? 1 : 0;
        }

        return exponent switch
        {
            < SmallestFixed or >= Digits => Length(ref start, ref at) + WriteScientific(number, exponent, ref at),
            < 0 => Length(ref start, ref at) + WriteFraction(number, exponent, ref at),
            _ => Length(ref start, ref at) + WriteMixed(number, exponent, ref at),
        };
    }

    // How far a number may be from a float to be read as that float by every reader: half the way to the next one, which
    // below a power of two is nearer, and a little less for the error of the multiplication.
    private static double SafeDistance(ulong bits)
    {
        var exponent = Math.Max((int)(bits >> 52) - DoubleBias - FloatDigits, SmallestHalf);
        var half = BitConverter.UInt64BitsToDouble((ulong)(exponent + DoubleBias) << 52);
        return half * ((bits & FloatMantissa) == 0 ? 0.49 : 0.99);
    }

    private static double PowerOf(int exponent) => Powers[exponent - FirstPower];

    private static int Length(ref byte start, ref byte end) => (int)Unsafe.ByteOffset(ref start, ref end);

    private static int WriteFraction(uint number, int exponent, ref byte at)
    {
        Unsafe.WriteUnaligned(ref at, "0.000000"u8.AsUInt64());
        ref var digits = ref Unsafe.Add(ref at, 1 - exponent);
        WriteDigits(number, ref digits);
        return 1 - exponent + Significant(ref digits);
    }

    private static int WriteMixed(uint number, int exponent, ref byte at)
    {
        WriteDigits(number, ref at);
        var significant = Significant(ref at);
        var whole = exponent + 1;
        if (significant <= whole)
        {
            return whole;
        }

        for (var index = significant; index > whole; index--)
        {
            Unsafe.Add(ref at, index) = Unsafe.Add(ref at, index - 1);
        }

        Unsafe.Add(ref at, whole) = (byte)'.';
        return significant + 1;
    }

    private static int WriteScientific(uint number, int exponent, ref byte at)
    {
        var length = WriteMixed(number, 0, ref at);
        Unsafe.Add(ref at, length++) = (byte)'e';
        if (exponent < 0)
        {
            Unsafe.Add(ref at, length++) = (byte)'-';
        }

        var (tens, ones) = Math.DivRem(Math.Abs(exponent), 10);
        if (tens > 0)
        {
            Unsafe.Add(ref at, length++) = (byte)('0' + tens);
        }

        Unsafe.Add(ref at, length++) = (byte)('0' + ones);
        return length;
    }

    private static int Significant(ref byte digits)
    {
        var count = Digits;
        while (Unsafe.Add(ref digits, count - 1) == '0')
        {
            count--;
        }

        return count;
    }

    // The first digit by itself, the other eight together in one register: divided by 100 and then by 10 in lanes of it.
    private static void WriteDigits(uint number, ref byte at)
    {
        var (first, rest) = Math.DivRem(number, 100_000_000);
        var (high, low) = Math.DivRem(rest, 10_000);
        var fours = high | ((ulong)low << 32);
        var hundreds = ((fours * 10486) >> 20) & 0x0000_007F_0000_007F;
        var pairs = ((fours - (100 * hundreds)) << 16) + hundreds;
        var tens = ((pairs * 103) >> 10) & 0x000F_000F_000F_000F;
        var eight = tens + ((pairs - (10 * tens)) << 8) + 0x3030_3030_3030_3030;
        at = (byte)('0' + first);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref at, 1), BitConverter.IsLittleEndian ? eight : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(eight));
    }

    private static ulong AsUInt64(this ReadOnlySpan<byte> text) => Unsafe.ReadUnaligned<ulong>(ref MemoryMarshal.GetReference(text));
}
