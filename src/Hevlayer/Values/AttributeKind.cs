namespace Hevlayer;

/// <summary>What an <see cref="AttributeValue"/> holds.</summary>
public enum AttributeKind
{
    /// <summary>JSON null, also the default of <see cref="AttributeValue"/>.</summary>
    Null,

    /// <summary>A text.</summary>
    String,

    /// <summary>A whole number that fits into 64 bits with sign.</summary>
    Integer,

    /// <summary>Any other number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A list of values.</summary>
    Array,

    /// <summary>A nested object.</summary>
    Object,
}
