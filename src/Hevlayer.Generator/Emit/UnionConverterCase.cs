namespace Hevlayer.Generator.Emit;

/// <param name="Pattern">What the selector gives for the case.</param>
/// <param name="ReadExpression">Reads the case.</param>
/// <param name="Member">Member of the union that holds the case.</param>
/// <param name="Variable">Name of the held value while it is written.</param>
/// <param name="WriteStatement">Writes the held value.</param>
internal sealed record UnionConverterCase(string Pattern, string ReadExpression, string Member, string Variable, string WriteStatement);
