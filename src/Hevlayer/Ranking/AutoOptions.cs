using System.Text.Json;

namespace Hevlayer;

/// <summary>Settings of <see cref="RankBy.Auto"/>; what is null is left to the gateway.</summary>
public sealed record AutoOptions
{
    /// <summary>The route to take. <see cref="QueryRoute.Semantic"/> and <see cref="QueryRoute.Fused"/> need a vector.</summary>
    /// <value>Default: null, the gateway chooses by the number of tokens.</value>
    public QueryRoute? Route { get; init; }

    /// <summary>The vector of the input, or a text for the gateway to embed when the route needs it.</summary>
    /// <value>Default: null, none.</value>
    public QueryVector? Vector { get; init; }

    /// <summary>Options that this version does not know, sent as they are.</summary>
    /// <value>Default: null, none.</value>
    public AttributeMap? Extra { get; init; }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        OptionWriter.Text(writer, "route", Route?.Value);
        if (Vector is { } vector)
        {
            writer.WritePropertyName("vector");
            vector.ToJson().WriteTo(writer);
        }

        OptionWriter.Extra(writer, Extra);
        writer.WriteEndObject();
    }
}
