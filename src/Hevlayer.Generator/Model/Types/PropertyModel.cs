namespace Hevlayer.Generator.Model;

internal sealed record PropertyModel(string WireName, string Name, TypeReference Type, string Description)
{
    public Limits Limits { get; init; } = Limits.None;

    /// <summary>The contract promises a value, so C# demands one.</summary>
    public bool IsRequired { get; init; }

    /// <summary>A list or map that is read as empty where the wire leaves it out.</summary>
    public bool IsEmptyWhenAbsent { get; init; }

    /// <summary>A secret, which no text form of the record shows.</summary>
    public bool IsSecret { get; init; }

    /// <summary>A count of milliseconds since 1970, which gets a second view as a time.</summary>
    public bool IsEpochMilliseconds { get; init; }
}
