namespace Hevlayer.Generator.Model;

/// <param name="WireName">Name on the wire.</param>
/// <param name="Name">Name in C#.</param>
/// <param name="Type">C# type of the member.</param>
/// <param name="Limits">Its limits, at least one.</param>
internal sealed record LimitedMember(string WireName, string Name, TypeReference Type, Limits Limits);
