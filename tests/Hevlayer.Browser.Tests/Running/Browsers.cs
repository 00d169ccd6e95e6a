using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Hevlayer.Local.Browser.Tests.Browsers))]

namespace Hevlayer.Local.Browser.Tests;

/// <summary>One browser for all tests; each of them opens windows of its own, which share nothing.</summary>
public sealed class Browsers : IAsyncLifetime
{
    // Machines of the gate have much else to do.
    private const float PatienceMilliseconds = 30_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ChromiumPath.Find(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
    }

    public async Task<IBrowserContext> OpenAsync(Looks looks)
    {
        var context = await _browser!.NewContextAsync(new()
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
