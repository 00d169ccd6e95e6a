namespace Hevlayer.Generator.Model;

/// <param name="Name">Name of the C# parameter.</param>
/// <param name="Declaration">The parameter as the interface declares it, with its attributes and its default.</param>
/// <param name="Description">The spec's words.</param>
/// <param name="Check">What the client makes sure of before the call, as a member of Require; null for nothing.</param>
internal sealed record MethodParameter(string Name, string Declaration, string Description, string? Check = null);
