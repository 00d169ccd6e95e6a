namespace Hevlayer.Fuzz.Tests.Inputs;

/// <summary>Changes to bytes that know nothing of what they mean.</summary>
internal static class ByteChanges
{
    public static byte[] Change(FuzzRandom random, ReadOnlySpan<byte> bytes)
    {
        var changed = bytes.ToArray().ToList();
        for (var change = random.Next(1, 4); change > 0 && changed.Count > 0; change--)
        {
            var at = random.Next(changed.Count);
            var length = Math.Min(changed.Count - at, random.Next(1, 40));
            switch (random.Next(6))
            {
                case 0:
                    changed[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    changed[at] = (byte)random.Next(256);
                    break;
                case 2:
                    changed.RemoveRange(at, length);
                    break;
                case 3:
                    changed.InsertRange(at, random.Bytes(length));
                    break;
                case 4:
                    changed.InsertRange(at, changed.GetRange(at, length));
                    break;
                default:
                    changed.RemoveRange(at, changed.Count - at);
                    break;
            }
        }

        return [.. changed];
    }
}
