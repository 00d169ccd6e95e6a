namespace Hevlayer.Workers.Tests.Rows;

/// <summary>What a document has and what it should have make its write.</summary>
public sealed class RowPlanTests
{
    private static readonly RowDeclaration Declaration = new("model", new());

    [Fact]
    public void Plan_NothingIsThere_AllIsMissing()
    {
        var plan = RowPlan.Of(Declare("one", "two"), new([], []));

        Assert.Equal(["one", "two"], plan.Missing.Select(static row => row.Text));
        Assert.Equal((0, 0, 0, true), (plan.Kept.Count, plan.Orphans, plan.Newest, plan.HasChanges));
    }

    [Fact]
    public void Plan_AllIsThere_HasNoChanges()
    {
        var declared = Declare("one", "two");

        var plan = RowPlan.Of(declared, View(declared));

        Assert.False(plan.HasChanges);
        Assert.Equal(2, plan.Kept.Count);
    }

    [Fact]
    public void Plan_OneTextDiffers_OneIsMissingAndOneIsLeftOver()
    {
        var plan = RowPlan.Of(Declare("one", "new", "three"), View(Declare("one", "two", "three"), Declare("one", "new", "three")));

        Assert.Equal("new", Assert.Single(plan.Missing).Text);
        Assert.Equal((2, 1, 7), (plan.Kept.Count, plan.Orphans, plan.Newest));
    }

    [Fact]
    public void Plan_RowsAreLeftOver_IsAChangeByItself()
    {
        var plan = RowPlan.Of(Declare("one"), View(Declare("one", "two"), Declare("one")));

        Assert.Equal((0, 1, true), (plan.Missing.Count, plan.Orphans, plan.HasChanges));
    }

    [Fact]
    public void Plan_AttributesDiffer_PatchesThemAndTakesAwayWhatIsGone()
    {
        var before = new RowDeclaration("model", new() { Attributes = static (_, chunk) => new AttributeMap { ["text"] = chunk.Text, ["page"] = 1, ["old"] = true } });
        var after = new RowDeclaration("model", new() { Attributes = static (_, chunk) => new AttributeMap { ["text"] = chunk.Text, ["page"] = 2 } });
        IReadOnlyList<Chunk> chunks = [new() { Id = "a-0", Text = "one" }];

        var plan = RowPlan.Of(after.Of("a", chunks), View(before.Of("a", chunks)));

        var changes = Assert.Single(plan.Kept).Changes!;
        Assert.Equal((0, 1), (plan.Missing.Count, plan.Changed));
        Assert.Equal((2, true, "one"), ((int)changes["page"].AsInt64(), changes["old"].IsNull, changes["text"].ToString()));
        Assert.Equal(AttributeMark.Of(after.Of("a", chunks)[0].Attributes), changes[RowAttributes.Attributes].ToString());
    }

    /// <summary>A list that lacks what was written last may lack rows that are left over, too.</summary>
    [Fact]
    public void Plan_ListIsOlderThanWhatIsThere_IsAChange()
    {
        var declared = Declare("one");

        var plan = RowPlan.Of(declared, View(declared) with { Listed = [new("a", declared[0].Id, 6, declared[0].Mark)] });

        Assert.Equal((false, true, 7), (plan.IsCertain, plan.HasChanges, plan.Newest));
    }

    [Fact]
    public void Mark_OfAttributesInAnotherOrder_IsTheSame() => Assert.Equal(
        AttributeMark.Of(new() { ["a"] = 1, ["b"] = "x" }),
        AttributeMark.Of(new() { ["b"] = "x", ["a"] = 1 }));

    [Fact]
    public void Mark_OfANumberAndOfItsText_AreTwo() => Assert.NotEqual(AttributeMark.Of(new() { ["a"] = 1 }), AttributeMark.Of(new() { ["a"] = "1" }));

    [Fact]
    public void Rows_OfTheSameTextTwice_HaveIdsOfTheirOwn()
    {
        var declared = Declare("same", "same", "other");

        Assert.Equal(3, declared.Select(static row => row.Id).Distinct().Count());
        Assert.Equal(declared[0].Id, Declare("other", "same")[1].Id);
    }

    [Fact]
    public void Rows_WithAPrefix_AreOthers()
    {
        var prefixed = new RowDeclaration("model", new() { Prefix = "passage: " }).Of("a", [new() { Id = "a-0", Text = "one" }])[0];

        Assert.Equal("passage: one", prefixed.Text);
        Assert.Equal("one", prefixed.Attributes.GetString("text"));
        Assert.NotEqual(Declare("one")[0].Id, prefixed.Id);
    }

    private static IReadOnlyList<DeclaredRow> Declare(params IEnumerable<string> texts) =>
        Declaration.Of("a", [.. texts.Select(static (text, index) => new Chunk { Id = $"a-{index}", Text = text })]);

    // What is there, seen by who asks for the rows that should be.
    private static RowView View(IReadOnlyList<DeclaredRow> there, IReadOnlyList<DeclaredRow>? asked = null)
    {
        List<PresentRow> listed = [.. there.Select(static row => new PresentRow("a", row.Id, 7, row.Mark))];
        var ids = (asked ?? there).Select(static row => row.Id).ToHashSet(StringComparer.Ordinal);
        return new(listed.FindAll(row => ids.Contains(row.Id)), listed);
    }
}
