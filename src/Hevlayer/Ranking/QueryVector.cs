using System.Text.Json;

namespace Hevlayer;

/// <summary>The vector of an automatic query: numbers, or a text that the gateway embeds itself.</summary>
public sealed class QueryVector
{
    private readonly JsonElement _json;

    private QueryVector(JsonElement json) => _json = json;

    /// <summary>The vector as JSON.</summary>
    public JsonElement ToJson() => _json;

    /// <summary>A vector that the caller has.</summary>
    /// <param name="vector">The vector.</param>
    /// <exception cref="ArgumentException">The vector is empty or has a component that is not finite.</exception>
    public static QueryVector From(ReadOnlyMemory<float> vector)
    {
        VectorRules.CheckOne(vector, nameof(vector));
        return new(JsonForm.Write(vector, static (writer, components) => VectorText.Write(writer, components.Span)));
    }

    /// <summary>A text that the gateway embeds when the route needs a vector.</summary>
    /// <param name="input">The text.</param>
    /// <param name="attribute">The attribute whose embedding settings apply; null for the one that is searched.</param>
    /// <param name="model">The embedding model; null for the one of the attribute.</param>
    /// <exception cref="ArgumentException">The text is empty, or the attribute or the model is given and empty.</exception>
    public static QueryVector Embed(string input, string? attribute = null, string? model = null)
    {
        Require.Text(input);
        _ = attribute is null ? null : Require.Id(attribute);
        _ = model is null ? null : Require.Text(model);
        return new(JsonForm.Write((input, attribute, model), static (writer, parts) =>
        {
            writer.WriteStartArray();
            writer.WriteStringValue("Embed");
            writer.WriteStringValue(parts.input);
            if (parts.attribute is not null || parts.model is not null)
            {
                writer.WriteStartObject();
                OptionWriter.Text(writer, "field", parts.attribute);
                OptionWriter.Text(writer, "model", parts.model);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }));
    }

    /// <summary>A vector that the caller has.</summary>
    /// <param name="vector">The vector.</param>
    /// <exception cref="ArgumentException">The vector is empty or has a component that is not finite.</exception>
    public static implicit operator QueryVector(ReadOnlyMemory<float> vector) => From(vector);

    /// <summary>A vector that the caller has.</summary>
    /// <param name="vector">The vector.</param>
    /// <exception cref="ArgumentException">The vector is empty or has a component that is not finite.</exception>
    public static implicit operator QueryVector(float[] vector) => From(vector);

    /// <summary>The vector as JSON text.</summary>
    public override string ToString() => _json.GetRawText();
}
