namespace Hevlayer.Local;

/// <summary>A condition on rows, already parsed.</summary>
internal abstract record RowFilter
{
    public abstract bool Matches(StoredRow row);

    internal sealed record And(RowFilter[] Parts) : RowFilter
    {
        public override bool Matches(StoredRow row)
        {
            foreach (var part in Parts)
            {
                if (!part.Matches(row))
                {
                    return false;
                }
            }

            return true;
        }
    }

    internal sealed record Or(RowFilter[] Parts) : RowFilter
    {
        public override bool Matches(StoredRow row)
        {
            foreach (var part in Parts)
            {
                if (part.Matches(row))
                {
                    return true;
                }
            }

            return false;
        }
    }

    internal sealed record Not(RowFilter Part) : RowFilter
    {
        public override bool Matches(StoredRow row) => !Part.Matches(row);
    }

    internal sealed record Compare(string Attribute, Func<AttributeValue, AttributeValue, bool> Operator, AttributeValue Operand) : RowFilter
    {
        public override bool Matches(StoredRow row) => Operator(row.Read(Attribute), Operand);
    }
}
