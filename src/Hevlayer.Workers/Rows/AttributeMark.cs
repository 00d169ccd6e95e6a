using System.Security.Cryptography;

namespace Hevlayer.Workers;

/// <summary>What stands for the attributes of a row in the index: their hash, and their names, so that those that are no more can be taken away.</summary>
internal static class AttributeMark
{
    private const char Separator = '\n';

    /// <summary>The mark: a hash of names and values, and the names, a line each.</summary>
    public static string Of(AttributeMap attributes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var names = attributes.Keys.Order(StringComparer.Ordinal).ToList();
        foreach (var name in names)
        {
            RowIdentity.Append(hash, name);
            RowIdentity.Append(hash, (int)attributes[name].Kind);
            RowIdentity.Append(hash, attributes[name].ToString());
        }

        return string.Join(Separator, names.Prepend(RowIdentity.TextOf(hash)));
    }

    /// <summary>What makes the attributes of one mark into those of a row; null where they are the same.</summary>
    /// <param name="mark">The mark in the index; null for none.</param>
    /// <param name="row">The row as it should be.</param>
    public static AttributeMap? Changes(string? mark, DeclaredRow row)
    {
        if (string.Equals(mark, row.Mark, StringComparison.Ordinal))
        {
            return null;
        }

        var changes = new AttributeMap(row.Attributes) { [RowAttributes.Attributes] = row.Mark };
        foreach (var gone in (mark ?? "").Split(Separator).Skip(1).Where(name => !row.Attributes.ContainsKey(name)))
        {
            changes[gone] = AttributeValue.Null;
        }

        return changes;
    }
}
