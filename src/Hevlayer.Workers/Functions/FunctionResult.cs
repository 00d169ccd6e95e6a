namespace Hevlayer.Workers;

/// <summary>What becomes of a row after a function has worked on it.</summary>
public sealed class FunctionResult
{
    private FunctionResult()
    {
    }

    /// <summary>
    /// Completes the row and writes nothing to it: for functions that have written their results themselves, or rows that
    /// there is nothing to say about.
    /// </summary>
    public static FunctionResult Done { get; } = new();

    /// <summary>The attributes to write to the row; other attributes of the row stay. Null for none.</summary>
    public AttributeMap? Attributes { get; private init; }

    /// <summary>The vectors to write to the row, all of one dimension; empty leaves those it has.</summary>
    public IReadOnlyList<ReadOnlyMemory<float>> Vectors { get; private init; } = [];

    /// <summary>Why the row failed permanently; null unless it did.</summary>
    public string? FailureReason { get; private init; }

    /// <summary>Writes attributes to the row, of which each is declared (<see cref="FunctionWorkerOptions.Outputs"/>).</summary>
    /// <param name="attributes">The attributes; null as a value removes one.</param>
    public static FunctionResult Write(AttributeMap attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return new FunctionResult { Attributes = attributes };
    }

    /// <summary>Writes one attribute to the row.</summary>
    /// <param name="name">Its name, which is declared (<see cref="FunctionWorkerOptions.Outputs"/>).</param>
    /// <param name="value">Its value; null removes it.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static FunctionResult Write(string name, AttributeValue value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new FunctionResult { Attributes = new AttributeMap { [name] = value } };
    }

    /// <summary>Writes the vector of the row, by a function that declares it (<see cref="FunctionWorkerOptions.WritesVectors"/>).</summary>
    /// <param name="vector">The vector, at least one finite component; of the dimension that the namespace has.</param>
    /// <param name="attributes">Attributes to write along with it; null for none.</param>
    /// <exception cref="ArgumentException">The vector is empty.</exception>
    public static FunctionResult WriteVector(ReadOnlyMemory<float> vector, AttributeMap? attributes = null) => WriteVectors([vector], attributes);

    /// <summary>Writes the vectors of the row, by a function that declares them (<see cref="FunctionWorkerOptions.WritesVectors"/>).</summary>
    /// <param name="vectors">The vectors, at least one, each of finite components and of the dimension that the namespace has.</param>
    /// <param name="attributes">Attributes to write along with them; null for none.</param>
    /// <exception cref="ArgumentException">There is no vector, or one is empty.</exception>
    public static FunctionResult WriteVectors(IReadOnlyList<ReadOnlyMemory<float>> vectors, AttributeMap? attributes = null)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        return vectors.Count > 0 && vectors.All(static vector => !vector.IsEmpty)
            ? new FunctionResult { Vectors = vectors, Attributes = attributes }
            : throw new ArgumentException("There must be a vector, and each must have a component.", nameof(vectors));
    }

    /// <summary>
    /// Fails the row permanently: it is retried only with another version of the function, or when its failures are reset.
    /// </summary>
    /// <param name="reason">Why, in words for an operator, whom the gateway shows it; no text of the row.</param>
    /// <exception cref="ArgumentException">There is no reason.</exception>
    public static FunctionResult Fail(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new FunctionResult { FailureReason = reason };
    }
}
