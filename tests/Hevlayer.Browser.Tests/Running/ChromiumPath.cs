namespace Hevlayer.Local.Browser.Tests;

/// <summary>Where Chromium is: where the environment says, or where systems put it.</summary>
internal static class ChromiumPath
{
    public const string Variable = "HEVLAYER_CHROMIUM";

    private static readonly string[] Usual =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    public static string? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } told ? told : Array.Find(Usual, File.Exists);

    /// <summary>What to do where it is not found.</summary>
    public static string Advice { get; } = $"Chromium is at none of {string.Join(", ", Usual)}: install it (Debian: apt-get install chromium), or say in {Variable} where it is.";
}
