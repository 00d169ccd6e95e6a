using static Microsoft.Playwright.Assertions;

namespace Hevlayer.Local.Browser.Tests;

public sealed class HostileTests(Browsers browsers)
{
    private static readonly string[] Texts =
    [
        "<script>alert(1)</script>",
        "\"'><img src=x onerror=alert(1)><svg onload=alert(1)>",
        "</title></main></bdi><a href=javascript:alert(1)>click</a>",
        "\u202Egnihton \u2067\u05D0\u05D1\u05D2",
        "../../v2/pipelines?x=1#y%2F\\",
        string.Concat(Enumerable.Repeat("<b>&amp;\u05D0 ", 1_100)),
    ];

    public static TheoryData<int> All => [.. Enumerable.Range(0, Texts.Length)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Text_ThatIsHostile_ShowsAsTextOnEveryPage(int number)
    {
        var text = Texts[number];
        await using var stand = await Stand.StartAsync();
        await stand.FillAsync(text);
        await using var window = await Window.OpenAsync(browsers, stand.Gateway.BaseAddress);
        foreach (var page in Filling.Pages(text))
        {
            await window.GoAsync(page);
            Assert.Equal(0, await window.Page.Locator("main :is(script, img, svg, a[href^='javascript'], [onload], [onerror])").CountAsync());
            Assert.Equal(1, await window.Page.Locator("main h1").CountAsync());
        }

        // The way of a person: from the list to the document, whose heading is its id.
        await window.GoAsync("/_local/pipelines/p?stage=embedding");
        await window.Page.Locator("tbody tr td:first-child a").First.ClickAsync();
        await Expect(window.Page.Locator(".why")).ToContainTextAsync("fault");
        var heading = await window.Page.Locator("h1 bdi").TextContentAsync();
        Assert.Equal(text.Length <= 200 ? text : $"{text[..200]}…", heading);
        Assert.Equal("bdi", await window.Page.EvaluateAsync<string>("[...document.querySelectorAll('h1 *')].map((part) => part.localName).join()"));
        window.AssertNoComplaint();
    }
}
