namespace Hevlayer.Local.Browser.Tests;

/// <summary>Takes the pictures of the documentation, on demand: eng/screenshots.sh says where they go.</summary>
public sealed class PictureTests(Browsers browsers)
{
    private const string Folder = "HEVLAYER_PICTURES";
    private const long LargestPicture = 150_000;

    [Theory(Explicit = true)]
    [InlineData("pipelines", "/", 760)]
    [InlineData("document", "/_local/pipelines/products/documents/" + Shop.Document, 700)]
    public async Task Picture_OfAPage_IsTaken(string name, string address, int height)
    {
        var folder = Environment.GetEnvironmentVariable(Folder) ?? throw new InvalidOperationException($"{Folder} must say where the pictures go.");
        await using var stand = await Shop.OpenAsync();
        await using var window = await Window.OpenAsync(browsers, stand.Gateway.BaseAddress, new Looks(1000, height, Dark: false));
        await window.GoAsync(address);

        var picture = new FileInfo(Path.Combine(folder, $"local-gateway-{name}.png"));
        await window.Page.ScreenshotAsync(new() { Path = picture.FullName });

        Assert.InRange(picture.Length, 1, LargestPicture);
        window.AssertNoComplaint();
    }
}
