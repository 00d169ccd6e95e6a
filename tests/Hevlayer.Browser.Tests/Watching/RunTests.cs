using static Microsoft.Playwright.Assertions;

namespace Hevlayer.Local.Browser.Tests;

public sealed class RunTests(Browsers browsers)
{
    [Fact]
    public async Task Run_FromStagedToIndexed_IsWatchedOnOnePageThatIsNeverLoadedAgain()
    {
        await using var stand = await Stand.StartAsync();
        await using var window = await Window.OpenAsync(browsers, stand.Gateway.BaseAddress);
        await window.GoAsync("/_local/pipelines/p");
        await window.Page.EvaluateAsync("window.first = true");

        await stand.StageAsync("p", "kettle");
        await Expect(window.CountOf("pending")).ToHaveTextAsync("1");
        await Expect(window.Main).ToContainTextAsync("no worker has asked in the last minute");
        await Expect(window.Page.Locator("td", new() { HasText = "kettle" })).ToBeVisibleAsync();

        await stand.ClaimAsync("p", "embed-0");
        await Expect(window.CountOf("embedding")).ToHaveTextAsync("1");
        await Expect(window.Page.Locator("td", new() { HasText = "embed-0" })).ToBeVisibleAsync();

        await stand.IndexAsync("p", "kettle");
        await Expect(window.CountOf("indexed")).ToHaveTextAsync("1");
        await Expect(window.Page.Locator(".why")).ToHaveTextAsync("Nothing waits and nobody works.");
        Assert.True(await window.Page.EvaluateAsync<bool>("window.first === true"));
        window.AssertNoComplaint();
    }

    [Fact]
    public async Task Lease_WhenTheClockIsSetOn_IsSeenToRunOut()
    {
        await using var stand = await Stand.StartAsync();
        await stand.StageAsync("p", "kettle");
        await stand.ClaimAsync("p", "embed-0");
        await using var watching = await Window.OpenAsync(browsers, stand.Gateway.BaseAddress);
        await using var setting = await Window.OpenAsync(browsers, stand.Gateway.BaseAddress);
        await watching.GoAsync(Filling.Document("kettle"));
        await Expect(watching.Main).ToContainTextAsync("lease ends in 60 s of 60 s");

        await setting.GoAsync("/_local/clock");
        await Expect(setting.Main).ToContainTextAsync("the clock stands still");
        await setting.Button("1 minute on").ClickAsync();

        await Expect(setting.Main).ToContainTextAsync("Nothing waits for the clock.");
        await Expect(watching.Page.Locator(".why")).ToContainTextAsync("The lease of worker 'embed-0' ran out");
        await Expect(watching.Page.Locator("tbody tr").Last).ToContainTextAsync("expired");
        await Expect(watching.Main).Not.ToContainTextAsync("held by embed-0");
        watching.AssertNoComplaint();
        setting.AssertNoComplaint();
    }

    [Fact]
    public async Task Group_ThatFailed_IsRetriedFromItsPage()
    {
        await using var stand = await Stand.StartAsync();
        foreach (var document in (string[])["cup", "kettle"])
        {
            await stand.StageAsync("p", document);
            await stand.FailAsync("p", document);
        }

        await using var window = await Window.OpenAsync(browsers, stand.Gateway.BaseAddress);
        await window.GoAsync("/_local/failed");
        await Expect(window.Page.Locator("h2")).ToHaveTextAsync(["chunk bodies are missing"]);

        await window.Button("Retry the group").ClickAsync();

        await Expect(window.Main).ToContainTextAsync("Nothing has failed.");
        Assert.Equal(2, (await stand.Layer.GetPipelineStatusAsync("p", Stand.Token)).PendingCount);
        window.AssertNoComplaint();
    }

    [Fact]
    public async Task Fault_AddedByTheForm_IsSeenToStrikeAndIsRemoved()
    {
        await using var stand = await Stand.StartAsync();
        await using var window = await Window.OpenAsync(browsers, stand.Gateway.BaseAddress);
        await window.GoAsync("/_local/faults");
        await window.Page.GetByLabel("operation").FillAsync("claimDocuments");
        await window.Page.GetByLabel("count").FillAsync("3");
        await window.Button("Add").ClickAsync();
        await Expect(window.Page.Locator("tbody tr")).ToContainTextAsync("0 of 3");

        var error = await Assert.ThrowsAnyAsync<HevlayerException>(() => stand.ClaimAsync("p", "embed-0"));

        Assert.Equal(503, (int?)error.StatusCode);
        await Expect(window.Page.Locator("tbody tr")).ToContainTextAsync("1 of 3");
        await window.Button("Remove").ClickAsync();
        await Expect(window.Main).ToContainTextAsync("No fault is set");
        await stand.ClaimAsync("p", "embed-0");
        await window.GoAsync("/_local/requests");
        await Expect(window.Page.Locator("tbody tr", new() { HasText = "fault-1" })).ToHaveCountAsync(1);
        window.AssertNoComplaint();
    }

    [Fact]
    public async Task Field_ThatSomebodyFillsIn_KeepsItsTextWhileThingsHappen()
    {
        await using var stand = await Stand.StartAsync();
        await using var window = await Window.OpenAsync(browsers, stand.Gateway.BaseAddress);
        await window.GoAsync("/_local/pipelines/p");
        var stage = window.Page.GetByLabel("stage");
        await stage.FillAsync("fai");

        // The page's own stream and this one are not in step: after two changes each has told of the first.
        await window.SeeAChangeAsync(() => stand.StageAsync("p", "kettle"));
        await window.SeeAChangeAsync(() => stand.StageAsync("p", "cup"));

        await Expect(stage).ToHaveValueAsync("fai");
        await stage.FillAsync("pending");
        await stage.BlurAsync();
        await Expect(window.CountOf("pending")).ToHaveTextAsync("2");
        window.AssertNoComplaint();
    }
}
