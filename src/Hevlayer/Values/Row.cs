using System.Text.Json.Serialization;

namespace Hevlayer;

/// <summary>One row of a query's reply: its id, its distance and the attributes that were asked for.</summary>
[JsonConverter(typeof(RowJsonConverter))]
public sealed record Row
{
    /// <summary>
    /// Id of the row: a text where the gateway shapes the reply, and possibly a number where the vector store answers
    /// itself. <see cref="AttributeValue.ToString"/> gives the text of both.
    /// </summary>
    public required AttributeValue Id { get; init; }

    /// <summary>Distance to the query (wire field <c>$dist</c>); smaller is nearer. Null when the ranking gives
    /// none.</summary>
    public double? Distance { get; init; }

    /// <summary>All other members of the row.</summary>
    public AttributeMap Attributes { get; init; } = [];
}
