namespace Hevlayer.VectorData;

/// <summary>How a property is compared with a value.</summary>
internal enum ComparisonKind
{
    /// <summary>Equal to it.</summary>
    Equal,

    /// <summary>Less than it.</summary>
    Less,

    /// <summary>Less than it or equal to it.</summary>
    LessOrEqual,

    /// <summary>Greater than it.</summary>
    Greater,

    /// <summary>Greater than it or equal to it.</summary>
    GreaterOrEqual,
}
