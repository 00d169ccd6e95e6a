namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> License => new()
    {
        ["getLicense"] = new(
            static (api, token) => api.GetLicenseAsync(cancellationToken: token),
            new("GET /v2/license"),
            new("GET /v2/license")),
    };
}
