namespace Hevlayer;

/// <summary>What the options of the gateway's own rankings must hold before they are sent.</summary>
internal static class HybridTextRules
{
    private const int MostEdits = 2;

    public static void Check(HybridTextOptions? options, string name)
    {
        if (options is null)
        {
            return;
        }

        CheckFuzziness(options.Fuzziness, $"{name}.{nameof(options.Fuzziness)}");
        Require.Positive(options.RankConstant, $"{name}.{nameof(options.RankConstant)}");
        Require.Positive(options.PerLegLimit, $"{name}.{nameof(options.PerLegLimit)}");
        Require.Positive(options.Threads, $"{name}.{nameof(options.Threads)}");
        CheckExtra(options.Extra, ["fuzziness", "rank_constant", "per_leg_limit", "threads"], name);
    }

    public static void Check(AutoOptions? options, string name)
    {
        if (options is null)
        {
            return;
        }

        if (options.Route is { } route)
        {
            Require.Id(route.Value, $"{name}.{nameof(options.Route)}");
            if (options.Vector is null && (route == QueryRoute.Semantic || route == QueryRoute.Fused))
            {
                throw new ArgumentException($"The route {route} is forced without a vector; it needs one, as numbers or as a text to embed.", $"{name}.{nameof(options.Vector)}");
            }
        }

        CheckExtra(options.Extra, ["route", "vector"], name);
    }

    private static void CheckFuzziness(Fuzziness? fuzziness, string name)
    {
        var allowed = fuzziness switch
        {
            null or { Mode: "auto" } => true,
            { Edits: { } edits } => edits is >= 0 and <= MostEdits,
            _ => false,
        };
        if (!allowed)
        {
            throw new ArgumentException($"The fuzziness is {fuzziness?.Mode ?? fuzziness?.Edits?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "not set"}; auto or 0 to {MostEdits} is needed.", name);
        }
    }

    private static void CheckExtra(AttributeMap? extra, ReadOnlySpan<string> known, string name)
    {
        foreach (var option in extra?.Keys ?? [])
        {
            if (known.Contains(option))
            {
                throw new ArgumentException($"The option '{option}' has a member of its own; Extra is for options that have none.", $"{name}.Extra");
            }
        }
    }
}
