namespace Hevlayer.Generator.Model;

internal sealed record PropertyUnionCase(string Discriminator, string Name, string TypeName);
