using System.Text.Json;

namespace Hevlayer;

/// <summary>Settings of <see cref="RankBy.HybridText"/>; what is null is left to the gateway.</summary>
public sealed record HybridTextOptions
{
    /// <summary>Spelling tolerance: the text <c>auto</c>, or 0, 1 or 2 edits.</summary>
    /// <value>Default: null, the gateway's auto.</value>
    public Fuzziness? Fuzziness { get; init; }

    /// <summary>Constant of the reciprocal rank fusion, more than zero; the greater, the less the first ranks weigh.</summary>
    /// <value>Default: null, the gateway's 60.</value>
    public int? RankConstant { get; init; }

    /// <summary>Rows taken from each leg before they are merged, more than zero.</summary>
    /// <value>Default: null, five times top_k, at least 50 and at most 200.</value>
    public int? PerLegLimit { get; init; }

    /// <summary>Parallel requests to the shards of a sharded namespace, more than zero; the gateway caps it at 32.</summary>
    /// <value>Default: null, the namespace's setting or else 8.</value>
    public int? Threads { get; init; }

    /// <summary>Options that this version does not know, sent as they are.</summary>
    /// <value>Default: null, none.</value>
    public AttributeMap? Extra { get; init; }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (Fuzziness is { } fuzziness)
        {
            writer.WritePropertyName("fuzziness");
            WriteFuzziness(writer, fuzziness);
        }

        OptionWriter.Number(writer, "rank_constant", RankConstant);
        OptionWriter.Number(writer, "per_leg_limit", PerLegLimit);
        OptionWriter.Number(writer, "threads", Threads);
        OptionWriter.Extra(writer, Extra);
        writer.WriteEndObject();
    }

    private static void WriteFuzziness(Utf8JsonWriter writer, Fuzziness fuzziness)
    {
        if (fuzziness.Edits is { } edits)
        {
            writer.WriteNumberValue(edits);
        }
        else
        {
            writer.WriteStringValue(fuzziness.Mode);
        }
    }
}
