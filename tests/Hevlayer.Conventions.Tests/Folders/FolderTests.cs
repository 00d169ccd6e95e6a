namespace Hevlayer.Conventions.Tests.Folders;

public sealed class FolderTests
{
    private const int FewestFiles = 3;

    private const int MostFiles = 15;

    public static TheoryData<string> Projects => [.. ProjectSources.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_OfAProject_FormNoCircle(string project)
    {
        var circles = FolderCircles.Of(FolderUses.Of(project));

        Assert.True(circles.Count == 0, $"{project}\n{string.Join('\n', circles)}");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_OfAProject_AreNeitherCrumbsNorHeaps(string project)
    {
        var wrong = Repository.Sources(project)
            .GroupBy(file => file[..file.LastIndexOf('/')], StringComparer.Ordinal)
            .Where(folder => folder.Count() > MostFiles || (folder.Count() < FewestFiles && folder.Key != project))
            .Select(folder => $"{folder.Key} has {folder.Count()} files; {FewestFiles} to {MostFiles} are allowed.")
            .ToList();

        Assert.True(wrong.Count == 0, $"{project}\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void Circle_ThroughAThirdFolder_NamesFileAndType()
    {
        var circle = Assert.Single(FolderCircles.Of(
        [
            new("Orders", "Prices", "src/Shop/Orders/Order.cs", "Price"),
            new("Prices", "Stock", "src/Shop/Prices/Price.cs", "Shelf"),
            new("Stock", "Orders", "src/Shop/Stock/Shelf.cs", "Order"),
            new("Web", "Orders", "src/Shop/Web/Page.cs", "Order"),
        ]));

        Assert.StartsWith("Orders, Prices, Stock form a circle:", circle, StringComparison.Ordinal);
        Assert.Contains("Stock -> Orders (1): src/Shop/Stock/Shelf.cs names Order", circle, StringComparison.Ordinal);
        Assert.DoesNotContain("Web", circle, StringComparison.Ordinal);
    }
}
