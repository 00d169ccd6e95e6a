namespace Hevlayer.Generator.Model;

/// <param name="Type">Record that is sent; null for raw bytes.</param>
/// <param name="ContentType">Media type of the body.</param>
/// <param name="IsRequired">Whether the route insists on a body.</param>
internal sealed record BodyModel(TypeReference? Type, string ContentType, bool IsRequired)
{
    /// <summary>Limits of a body of bytes; those of a record are its members'.</summary>
    public Limits Limits { get; init; } = Limits.None;
}
