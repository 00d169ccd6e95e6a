using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Hevlayer.Local.Browser.Tests;

/// <summary>A window on a gateway's pages. What the browser complains of is kept until <see cref="AssertNoComplaint"/>.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly IBrowserContext _context;
    private readonly Uri _address;

    private Window(IBrowserContext context, IPage page, Uri address)
    {
        (_context, Page, _address) = (context, page, address);
        page.Console += (_, message) => Note(message.Type is "error" or "warning", $"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Note(true, $"script: {error}");
        page.Dialog += async (_, dialog) =>
        {
            Note(true, $"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Request += (_, request) => Note(!request.Url.StartsWith(address.AbsoluteUri, StringComparison.Ordinal), $"calls elsewhere: {request.Url}");
    }

    public IPage Page { get; }

    public static async Task<Window> OpenAsync(Browsers browsers, Uri address, Looks? looks = null)
    {
        var context = await browsers.OpenAsync(looks ?? Looks.Desk);
        return new Window(context, await context.NewPageAsync(), address);
    }

    public async Task GoAsync(string path)
    {
        var reply = await Page.GotoAsync(new Uri(_address, path).AbsoluteUri);
        Assert.Equal((path, 200), (path, reply?.Status));
    }

    public ILocator Main => Page.Locator("main");

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The number of documents that the flow shows for a stage.</summary>
    public ILocator CountOf(string stage) => Page.Locator(".flow li").Filter(new() { Has = Page.GetByText(stage, new() { Exact = true }) }).Locator("b");

    /// <summary>Does something, and ends when the gateway has told this window that something happened.</summary>
    public async Task SeeAChangeAsync(Func<Task> act)
    {
        await Page.EvaluateAsync("""
            new Promise((opened) => {
              const events = new EventSource("/_local/events");
              window.changed = new Promise((told) => events.addEventListener("change", () => { events.close(); told(); }));
              events.addEventListener("open", opened);
            })
            """);
        await act();
        await Page.EvaluateAsync("window.changed");
    }

    public void AssertNoComplaint() => Assert.Empty(_complaints);

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Note(bool holds, string complaint)
    {
        if (holds)
        {
            _complaints.Enqueue(complaint);
        }
    }
}
