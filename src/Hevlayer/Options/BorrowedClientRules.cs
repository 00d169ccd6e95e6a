namespace Hevlayer;

/// <summary>How options and the address of a borrowed HTTP client go together.</summary>
internal static class BorrowedClientRules
{
    /// <summary>The options, at the HTTP client's address when they name none themselves.</summary>
    public static HevlayerClientOptions Join(HevlayerClientOptions options, HttpClient httpClient)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(httpClient);
        if (httpClient.BaseAddress is not { } address || address == options.BaseAddress)
        {
            return options;
        }

        // The very same object means that nobody has set it.
        return ReferenceEquals(options.BaseAddress, HevlayerClientOptions.DefaultBaseAddress)
            ? options.At(address)
            : throw new HevlayerOptionsException(
                $"BaseAddress is '{OptionsRules.Shown(options.BaseAddress)}' and that of the HTTP client '{OptionsRules.Shown(address)}', in some part different; set one of them, or both alike.");
    }
}
