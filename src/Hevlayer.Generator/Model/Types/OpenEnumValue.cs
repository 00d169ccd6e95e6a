namespace Hevlayer.Generator.Model;

internal sealed record OpenEnumValue(string WireValue, string Name, string Description);
