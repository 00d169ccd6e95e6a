namespace Hevlayer.Local;

/// <summary>A condition on rows, already parsed.</summary>
internal abstract record RowFilter
{
    public abstract bool Matches(StoredRow row);

    /// <summary>An attribute and the texts, one of which each row that meets the filter has in it; null where there is no such.</summary>
    public virtual (string Attribute, IReadOnlyList<string> Texts)? NeededTexts() => null;

    /// <summary>The same filter, with the values of a row that comes in in place of references to it.</summary>
    public virtual RowFilter For(NewRow incoming) => this;

    internal sealed record And(RowFilter[] Parts) : RowFilter
    {
        public override (string Attribute, IReadOnlyList<string> Texts)? NeededTexts() =>
            Parts.Select(static part => part.NeededTexts()).FirstOrDefault(static needed => needed is not null);

        public override RowFilter For(NewRow incoming) => new And(Array.ConvertAll(Parts, part => part.For(incoming)));

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
        public override (string Attribute, IReadOnlyList<string> Texts)? NeededTexts()
        {
            var needed = Array.ConvertAll(Parts, static part => part.NeededTexts());
            return needed is [var (attribute, _), ..] && Array.TrueForAll(needed, part => part?.Attribute == attribute)
                ? (attribute, [.. needed.SelectMany(static part => part!.Value.Texts).Distinct(StringComparer.Ordinal)])
                : null;
        }

        public override RowFilter For(NewRow incoming) => new Or(Array.ConvertAll(Parts, part => part.For(incoming)));

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

        public override RowFilter For(NewRow incoming) => new Not(Part.For(incoming));
    }

    internal sealed record Compare(string Attribute, Func<AttributeValue, AttributeValue, bool> Operator, AttributeValue Operand) : RowFilter
    {
        private const string Incoming = "$ref_new";

        public override bool Matches(StoredRow row) => Operator(row.Read(Attribute), Operand);

        public override (string Attribute, IReadOnlyList<string> Texts)? NeededTexts() =>
            Operator == FilterOperators.Simulated["Eq"] && Operand.Kind == AttributeKind.String ? (Attribute, [Operand.AsString()])
            : Operator == FilterOperators.Simulated["In"] && Operand.Kind == AttributeKind.Array && Operand.AsArray() is { Count: > 0 } texts && texts.All(static text => text.Kind == AttributeKind.String)
                ? (Attribute, [.. texts.Select(static text => text.AsString()).Distinct(StringComparer.Ordinal)])
            : null;

        public override RowFilter For(NewRow incoming) =>
            Operand.Kind == AttributeKind.Object && Operand.AsMap() is { Count: 1 } reference && reference.GetString(Incoming) is { } name
                ? this with { Operand = incoming.Attributes.TryGetValue(name, out var value) ? value : AttributeValue.Null }
                : this;
    }
}
