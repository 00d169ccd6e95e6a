using Deque.AxeCore.Playwright;

namespace Hevlayer.Local.Browser.Tests;

public sealed class LookTests(Browsers browsers)
{
    private const string Plain = "a plain, rather long id of a document: shop/kettles/2026/red-kettle-with-a-whistle-and-a-wooden-handle";

    public static TheoryData<string> AllLooks => [nameof(Looks.Desk), nameof(Looks.PhoneAtNight)];

    [Theory]
    [MemberData(nameof(AllLooks))]
    public async Task Page_InEachWindow_CanBeReadByEverybody(string name)
    {
        await using var stand = await Stand.StartAsync();
        await stand.FillAsync(Plain);
        await using var window = await Window.OpenAsync(browsers, stand.Gateway.BaseAddress, Of(name));
        var issues = new List<string>();
        foreach (var page in Filling.Pages(Plain))
        {
            await window.GoAsync(page);
            var result = await window.Page.RunAxe();
            issues.AddRange(result.Violations.Where(static one => one.Impact is "serious" or "critical").Select(one => $"{page}: {one.Id}: {one.Help}: {one.Nodes[0].Html}"));
            Assert.NotEmpty(result.Passes);
        }

        Assert.Empty(issues);
        window.AssertNoComplaint();
    }

    [Fact]
    public async Task Page_OnAPhone_ScrollsDownOnly()
    {
        await using var stand = await Stand.StartAsync();
        await stand.FillAsync(new string('x', 10_000));
        await using var window = await Window.OpenAsync(browsers, stand.Gateway.BaseAddress, Looks.PhoneAtNight);
        var wide = new List<string>();
        foreach (var page in Filling.Pages(new string('x', 10_000)))
        {
            await window.GoAsync(page);
            var width = await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            wide.AddRange(width > Looks.PhoneAtNight.Width ? [$"{page[..Math.Min(60, page.Length)]}: {width}"] : []);
        }

        Assert.Empty(wide);
        window.AssertNoComplaint();
    }

    [Fact]
    public async Task Page_InTheDark_IsDark()
    {
        await using var stand = await Stand.StartAsync();
        await using var window = await Window.OpenAsync(browsers, stand.Gateway.BaseAddress, Looks.PhoneAtNight);
        await window.GoAsync("/");

        Assert.Equal("rgb(20, 23, 26)", await window.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    private static Looks Of(string name) => name == nameof(Looks.Desk) ? Looks.Desk : Looks.PhoneAtNight;
}
