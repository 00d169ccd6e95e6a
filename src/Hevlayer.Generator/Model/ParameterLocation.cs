namespace Hevlayer.Generator.Model;

internal enum ParameterLocation
{
    Path,
    Query,
    Header,
}
