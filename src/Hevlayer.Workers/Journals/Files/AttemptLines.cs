using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Hevlayer.Workers;

/// <summary>
/// Events as lines of ASCII: a checksum, then kind, attempts, crashes, id and holder with a blank between them. Each line
/// proves itself, so whatever else stands between them is skipped.
/// </summary>
internal static class AttemptLines
{
    private const int ChecksumLength = 8;
    private const int FieldCount = 5;
    private const byte LineEnd = (byte)'\n';
    private static readonly SearchValues<char> Plain = SearchValues.Create("!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    public static byte[] Encode(AttemptEvent change)
    {
        var text = new StringBuilder(96);
        text.Append(CultureInfo.InvariantCulture, $"         {(char)change.Kind} {change.Attempts} {change.Crashes} ");
        AppendEscaped(text, change.DocumentId);
        text.Append(' ');
        AppendEscaped(text, change.Holder);
        var line = Encoding.ASCII.GetBytes(text.Append('\n').ToString());
        Utf8Formatter.TryFormat(Checksum(line.AsSpan(ChecksumLength + 1, line.Length - ChecksumLength - 2)), line, out _, new('x', ChecksumLength));
        return line;
    }

    public static byte[] Encode(IEnumerable<AttemptEvent> changes) => [.. changes.SelectMany(Encode)];

    /// <summary>The events of a file, without what is cut off or damaged.</summary>
    public static List<AttemptEvent> Decode(ReadOnlySpan<byte> file)
    {
        var changes = new List<AttemptEvent>();
        foreach (var line in file.Split(LineEnd))
        {
            if (TryDecode(file[line], out var change))
            {
                changes.Add(change);
            }
        }

        return changes;
    }

    private static bool TryDecode(ReadOnlySpan<byte> line, out AttemptEvent change)
    {
        change = default;
        if (line.Length <= ChecksumLength
            || !Utf8Parser.TryParse(line[..ChecksumLength], out uint checksum, out var read, 'x')
            || read != ChecksumLength
            || checksum != Checksum(line[(ChecksumLength + 1)..]))
        {
            return false;
        }

        var fields = Encoding.ASCII.GetString(line[(ChecksumLength + 1)..]).Split(' ');
        if (fields.Length != FieldCount
            || fields[0].Length != 1
            || !int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var attempts)
            || !int.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out var crashes))
        {
            return false;
        }

        change = new((AttemptEventKind)fields[0][0], Unescape(fields[3]), Unescape(fields[4]), attempts, crashes);
        return true;
    }

    // Code units rather than characters: an id may hold half of a surrogate pair, and must stay itself.
    private static void AppendEscaped(StringBuilder text, string value)
    {
        if (!value.AsSpan().ContainsAnyExcept(Plain))
        {
            text.Append(value);
            return;
        }

        foreach (var unit in value)
        {
            _ = Plain.Contains(unit) ? text.Append(unit) : text.Append(CultureInfo.InvariantCulture, $"\\{(int)unit:x4}");
        }
    }

    private static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        for (var index = 0; index < value.Length; index++)
        {
            if (value[index] != '\\')
            {
                text.Append(value[index]);
                continue;
            }

            // The checksum has shown that the four digits are there.
            text.Append((char)ushort.Parse(value.AsSpan(index + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            index += 4;
        }

        return text.ToString();
    }

    // CRC-32C. It starts with ones, so that zeros do not prove themselves.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        foreach (var value in bytes)
        {
            checksum = BitOperations.Crc32C(checksum, value);
        }

        return checksum;
    }
}
