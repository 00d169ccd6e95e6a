namespace Hevlayer.Generator.Model;

/// <param name="Token">boolean, string, integer, array or object.</param>
/// <param name="Name">Name of the member that holds the case.</param>
/// <param name="Type">C# type of the case.</param>
internal sealed record TokenUnionCase(string Token, string Name, TypeReference Type);
