using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Local.Browser.Tests;

/// <summary>What the pictures show: a shop that indexes its products, on a day and at an hour that stay the same.</summary>
internal static class Shop
{
    public const string Document = "kettle-red-1.7l";

    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly string[] Lost = ["product-0009", "product-0041", "product-0117"];

    public static async Task<Stand> OpenAsync()
    {
        var stand = await Stand.OpenAsync(new FakeTimeProvider(Morning));
        await stand.Layer.EnsurePipelineAsync("products", targetNamespace: "catalogue", cancellationToken: Stand.Token);
        await stand.Layer.EnsurePipelineAsync("reviews", targetNamespace: "opinions", cancellationToken: Stand.Token);
        await stand.StageAllAsync("reviews", "review", 24);
        await UnluckyAsync(stand);
        await stand.StageAllAsync("products", "product", 312);
        foreach (var document in Lost)
        {
            await stand.FailAsync("products", document);
        }

        stand.Clock.Advance(TimeSpan.FromSeconds(8));
        for (var round = 0; round < 9; round++)
        {
            await stand.WorkAsync("products", $"embed-{1 + (round % 3)}", 16);
            stand.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        await stand.Layer.HeartbeatAsync("products", [Document], "embed-1", cancellationToken: Stand.Token);
        await stand.ClaimAsync("products", "embed-2", 16);
        await stand.ClaimAsync("products", "embed-3", 12);
        stand.Clock.Advance(TimeSpan.FromSeconds(4));
        return stand;
    }

    // A document whose first worker dies and whose second one gives it back.
    private static async Task UnluckyAsync(Stand stand)
    {
        await stand.StageAsync("products", Document, "A red kettle.");
        stand.Clock.Advance(TimeSpan.FromSeconds(2));
        await stand.ClaimAsync("products", "embed-2", 1);
        stand.Clock.Advance(TimeSpan.FromSeconds(20));
        await stand.Layer.HeartbeatAsync("products", [Document], "embed-2", cancellationToken: Stand.Token);
        stand.Clock.Advance(TimeSpan.FromSeconds(61));
        await stand.ClaimAsync("products", "embed-1", 1);
        stand.Clock.Advance(TimeSpan.FromSeconds(3));
        await stand.Layer.ReleaseDocumentsAsync("products", [Document], "embed-1", cancellationToken: Stand.Token);
        stand.Clock.Advance(TimeSpan.FromSeconds(5));
        await stand.ClaimAsync("products", "embed-1", 1);
    }
}
