namespace Hevlayer.Generator.Model;

internal enum CollectionKind
{
    None,
    List,
    Map,
}
