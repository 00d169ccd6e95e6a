using System.Globalization;

namespace Hevlayer.Workers;

/// <summary>
/// Names who holds what a claim brings. Each claim has a holder of its own: were they all alike, a completion of an earlier
/// hold would pass for one of the hold after it.
/// </summary>
/// <param name="workerId">The worker.</param>
/// <param name="random">Tells processes of one worker id apart.</param>
internal sealed class ClaimHolders(string workerId, Random random)
{
    private readonly string _process = random.Next().ToString("x", CultureInfo.InvariantCulture);
    private int _claims;

    public string Next() => string.Create(CultureInfo.InvariantCulture, $"{workerId}~{_process}-{++_claims}");
}
