namespace Hevlayer;

/// <summary>Where a value stands in an argument; its text is made only for an error.</summary>
/// <param name="Root">The argument.</param>
/// <param name="Index">Index of the element; -1 for the argument itself.</param>
/// <param name="Member">The element's member; empty for the element itself.</param>
internal readonly record struct ArgumentPath(string Root, int Index = -1, string Member = "")
{
    public static implicit operator ArgumentPath(string root) => new(root);

    public override string ToString() => Index < 0 ? $"{Root}{Member}" : $"{Root}[{Index}]{Member}";
}
