using System.ComponentModel;

namespace Hevlayer;

/// <summary>A text value with known constants that keeps any other text it is given.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenEnum<TSelf>
    where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>The text as it stands on the wire.</summary>
    string Value { get; }

    /// <summary>Wraps a text; unknown texts are kept as they are.</summary>
    /// <param name="value">The text as it stands on the wire.</param>
    static abstract TSelf Create(string value);
}
