namespace Hevlayer.Local.Browser.Tests;

/// <summary>The window in which a page is looked at.</summary>
public sealed record Looks(int Width, int Height, bool Dark)
{
    public static Looks Desk { get; } = new(1280, 800, Dark: false);

    public static Looks PhoneAtNight { get; } = new(375, 700, Dark: true);
}
