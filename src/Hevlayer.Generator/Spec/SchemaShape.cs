namespace Hevlayer.Generator.Spec;

internal enum SchemaShape
{
    Record,
    OpenEnum,
    TokenUnion,
    PropertyUnion,

    /// <summary>A list, a map or free JSON: written inline, never a type of its own.</summary>
    Inline,
}
