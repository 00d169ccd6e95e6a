namespace Hevlayer.Generator.Emit;

internal sealed record MethodParameter(string Name, string Declaration, string Description);
