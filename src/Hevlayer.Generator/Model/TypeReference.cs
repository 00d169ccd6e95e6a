namespace Hevlayer.Generator.Model;

/// <summary>A C# type as it is written in a member, without its nullability.</summary>
internal sealed record TypeReference(string Name, bool IsValueType, CollectionKind Collection = CollectionKind.None)
{
    public static TypeReference Text { get; } = new("string", false);

    public static TypeReference Json { get; } = new("JsonElement", true);

    public static TypeReference Attributes { get; } = new("AttributeMap", false);

    public static TypeReference Value { get; } = new("AttributeValue", true);

    public static TypeReference Row { get; } = new("Row", false);

    public static TypeReference Vector { get; } = new("ReadOnlyMemory<float>", true);

    public static TypeReference Bytes { get; } = new("Stream", false);

    public static TypeReference ListOf(TypeReference item) =>
        new($"IReadOnlyList<{item.Name}>", false, CollectionKind.List);

    public static TypeReference MapOf(TypeReference value) =>
        new($"IReadOnlyDictionary<string, {value.Name}>", false, CollectionKind.Map);
}
