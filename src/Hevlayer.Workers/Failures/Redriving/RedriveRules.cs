namespace Hevlayer.Workers;

/// <summary>Checks the options of a redrive, and paces it.</summary>
internal static class RedriveRules
{
    private const int LargestBatch = 100;

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static void Check(RedriveOptions options)
    {
        if (!(options.Rate is > 0 and <= 1_000_000))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Rate, "Rate is the number of documents a second; it must be more than 0 and at most 1,000,000.");
        }

        if (options.MaxDocuments < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.MaxDocuments, "MaxDocuments must be at least 1.");
        }
    }

    /// <summary>Documents of one batch: no more than a second has.</summary>
    public static int BatchSize(double rate) => (int)Math.Clamp(Math.Ceiling(rate), 1, LargestBatch);

    /// <summary>The pause after which another batch keeps the rate.</summary>
    public static TimeSpan PauseAfter(long documents, double rate) => TimeSpan.FromSeconds(documents / rate);
}
