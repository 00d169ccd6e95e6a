namespace Hevlayer;

/// <summary>How options and the address of a borrowed HTTP client go together.</summary>
internal static class BorrowedClientRules
{
    /// <summary>The options, at the HTTP client's address when they name none themselves.</summary>
    public static HevlayerClientOptions Join(HevlayerClientOptions options, HttpClient httpClient)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(httpClient);
        var joined = options.Copy();
        joined.BaseAddress ??= httpClient.BaseAddress;
        return httpClient.BaseAddress is not { } address || address == joined.BaseAddress
            ? joined
            : throw new HevlayerOptionsException(
                $"BaseAddress is '{Shown(options.BaseAddress)}' and that of the HTTP client '{Shown(address)}'; set one of them, or both alike.");
    }

    // The two may differ only in their paths. A user, a password or a query is not shown.
    private static string Shown(Uri? address) =>
        address is { IsAbsoluteUri: true, Host.Length: > 0 }
            ? address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : OptionsRules.Shown(address);
}
