namespace Hevlayer.Wire.Tests.Replies;

/// <summary>How much a reply says.</summary>
public enum ReplyKind
{
    /// <summary>Every member of the contract.</summary>
    Full,

    /// <summary>Only members that must be there.</summary>
    Minimal,

    /// <summary>Every member, and null wherever the contract allows it.</summary>
    Nulls,

    /// <summary>Every member, members that nobody knows yet, and unknown values of every enum.</summary>
    Future,
}
