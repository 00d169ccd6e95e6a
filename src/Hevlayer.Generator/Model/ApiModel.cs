namespace Hevlayer.Generator.Model;

/// <summary>Everything the emitters need, already in C# terms.</summary>
internal sealed record ApiModel(IReadOnlyList<OperationModel> Operations, IReadOnlyList<TypeModel> Types);
