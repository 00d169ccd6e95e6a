namespace Hevlayer.Protocol;

/// <summary>The rows of one document: of its first chunk, and of a second one that only its first content has.</summary>
internal readonly record struct Rows(Row First, Row Second)
{
    private const int Count = 2;

    public Row this[int place] => place == 0 ? First : Second;

    /// <summary>The places at which a content has rows.</summary>
    public static IEnumerable<int> PlacesOf(Content content) => Enumerable.Range(0, content switch
    {
        Content.First => Count,
        Content.Second => 1,
        _ => 0,
    });

    public IEnumerable<Row> All => [First, Second];

    public Rows With(int place, Row row) => place == 0 ? this with { First = row } : this with { Second = row };

    /// <summary>The rows that a condition leaves.</summary>
    public Rows Without(Func<Row, bool> isGone)
    {
        var left = this;
        for (var place = 0; place < Count; place++)
        {
            if (this[place].Exists && isGone(this[place]))
            {
                left = left.With(place, default);
            }
        }

        return left;
    }

    /// <summary>Whether all rows of a content are there, made from it.</summary>
    public bool Hold(Content content)
    {
        var rows = this;
        return PlacesOf(content).All(place => rows[place].Content == content);
    }
}
