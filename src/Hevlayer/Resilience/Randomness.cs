namespace Hevlayer;

/// <summary>Randomness of the pauses: the caller's, and the client's own where the caller brings none or one that fails.</summary>
/// <param name="randomizer">The caller's; null for none.</param>
/// <param name="log">Where it is logged, once, that the caller's fails.</param>
internal sealed class Randomness(Func<double>? randomizer, CallLog log)
{
    private readonly Random _random = new();
    private readonly Lock _gate = new();

    public double Next() => Asked() ?? Own();

    // A pause is no reason for a call to fail.
    private double? Asked()
    {
        if (randomizer is null)
        {
            return null;
        }

        try
        {
            if (randomizer() is >= 0 and < 1 and var number)
            {
                return number;
            }

            log.RandomizerFailed("a number that is not from 0 up to but not including 1");
        }
        catch (Exception exception)
        {
            log.RandomizerFailed(exception.GetType().Name);
        }

        return null;
    }

    private double Own()
    {
        lock (_gate)
        {
            return _random.NextDouble();
        }
    }
}
