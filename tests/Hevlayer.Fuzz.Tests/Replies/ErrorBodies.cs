using System.Globalization;
using System.Text.Json.Nodes;
using Hevlayer.Fuzz.Tests.Inputs;

namespace Hevlayer.Fuzz.Tests.Replies;

/// <summary>Bodies of errors: the gateway's own, a proxy's, and what lies between; some say the key that was sent.</summary>
internal static class ErrorBodies
{
    private const string Page = "<html><body><h1>502 Bad Gateway</h1></body></html>";

    public static string Draw(FuzzRandom random) => random.Next(4) switch
    {
        0 => random.Of(HostileTexts.Json),
        1 => Page,
        _ => WithKey(random, JsonChanges.Change(random, Own(random))),
    };

    private static JsonObject Own(FuzzRandom random) => new()
    {
        ["error"] = random.Of(["not_found", "conflict", "gateway_draining", "KEY"]),
        ["message"] = $"The document is not there: {random.Of(HostileTexts.Plain)} KEY",
        ["store"] = "KEY",
        ["upstream_status"] = 503,
        ["details"] = new JsonObject { ["KEY"] = new JsonArray("KEY", random.Of(HostileTexts.Plain)) },
    };

    // As it was sent, or with any of its characters as escapes.
    private static string WithKey(FuzzRandom random, string text)
    {
        var key = string.Concat(FuzzedGateway.ApiKey.Select(character => random.Chance(0.2) ? Escape(random, character) : character.ToString()));
        return text.Replace("KEY", random.Chance(0.5) ? key : FuzzedGateway.ApiKey, StringComparison.Ordinal);
    }

    private static string Escape(FuzzRandom random, char character) =>
        $"\\u{((int)character).ToString(random.Chance(0.5) ? "x4" : "X4", CultureInfo.InvariantCulture)}";
}
