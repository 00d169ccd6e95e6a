namespace Hevlayer.Generator.Model;

/// <param name="WireName">Name in the route, query or header.</param>
/// <param name="Name">Name of the C# parameter.</param>
/// <param name="Location">Where the value goes.</param>
/// <param name="Type">C# type without nullability.</param>
/// <param name="IsRequired">Whether a value must be given.</param>
/// <param name="Description">The spec's words.</param>
internal sealed record ParameterModel(
    string WireName,
    string Name,
    ParameterLocation Location,
    TypeReference Type,
    bool IsRequired,
    string Description)
{
    public Limits Limits { get; init; } = Limits.None;
}
