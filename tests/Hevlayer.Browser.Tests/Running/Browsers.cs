using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Hevlayer.Local.Browser.Tests.Browsers))]

namespace Hevlayer.Local.Browser.Tests;

/// <summary>One browser for all tests; each of them opens windows of its own, which share nothing.</summary>
public sealed class Browsers : IAsyncLifetime
{
    // Machines of the gate have much else to do.
    private const float PatienceMilliseconds = 30_000;

    // The gate sets it: there, nothing may be skipped. Elsewhere a machine without a browser says so, and runs the other tests.
    private const string Required = "HEVLAYER_BROWSER_REQUIRED";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        if (ChromiumPath.Find() is not { } path)
        {
            Assert.True(Environment.GetEnvironmentVariable(Required) is null, ChromiumPath.Advice);
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
    }

    public async Task<IBrowserContext> OpenAsync(Looks looks)
    {
        Assert.SkipWhen(_browser is null, ChromiumPath.Advice);
        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = looks.Width, Height = looks.Height },
            ColorScheme = looks.Dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        context.SetDefaultTimeout(PatienceMilliseconds);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
