namespace Hevlayer.Workers;

/// <summary>Names of attributes that a function cannot write.</summary>
internal static class OutputNames
{
    private const string Reserved = "_hevlayer_";

    /// <summary>What is wrong with a name; null when it can be written.</summary>
    public static string? Problem(string? name) => name switch
    {
        null or "" => "has no name",
        _ when name.StartsWith(Reserved, StringComparison.Ordinal) => $"is '{name}', a name that is reserved for the gateway",
        "id" or "vector" or "vectors" => $"is '{name}', which is no attribute",
        _ when name.StartsWith('$') => $"is '{name}', and names do not begin with $",
        _ => null,
    };
}
