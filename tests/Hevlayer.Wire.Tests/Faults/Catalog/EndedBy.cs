namespace Hevlayer.Wire.Tests.Faults;

/// <summary>What makes an attempt notice a fault.</summary>
internal enum EndedBy
{
    /// <summary>The connection or the reply itself.</summary>
    Itself,

    /// <summary>The limit on silence while a reply is read.</summary>
    StallTimeout,

    /// <summary>The deadline of the attempt.</summary>
    AttemptTimeout,
}
