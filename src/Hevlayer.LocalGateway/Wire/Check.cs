namespace Hevlayer.Local;

/// <summary>Checks of single values in a body; each refusal names the field and what is allowed.</summary>
internal static class Check
{
    public static string NotEmpty(string value, string field) =>
        string.IsNullOrWhiteSpace(value) ? throw GatewayFault.Invalid($"{field} must not be empty") : value;

    public static T Between<T>(T value, T least, T most, string field)
        where T : IComparable<T> =>
        value.CompareTo(least) < 0 || value.CompareTo(most) > 0
            ? throw GatewayFault.Invalid($"{field} must be from {least} to {most}, not {value}")
            : value;

    public static T AtLeast<T>(T value, T least, string field)
        where T : IComparable<T> =>
        value.CompareTo(least) < 0 ? throw GatewayFault.Invalid($"{field} must be at least {least}, not {value}") : value;
}
